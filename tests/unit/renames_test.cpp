#include "diff/renames.h"

#include <gtest/gtest.h>

#include "diff/past.h"
#include "diff/renamed_text.h"
#include "diff/renaming.h"
#include "diff/trail_renames.h"

namespace ddltrail {
namespace {

using TableName = Renames::TableName;

const RenamedText::Scope kAll{RenamedText::kAll};
const RenamedText::Scope kTypes{RenamedText::kTypes};

const TableName kPeople = {"public", "people"};

Renames people_to_persons() {
  Renames renames;
  renames.tables[kPeople] = {"public", "persons"};
  renames.columns[kPeople] = {{"fullname", "full_name"}};
  return renames;
}

Renames swapped() {
  Renames renames;
  renames.columns[kPeople] = {{"a", "b"}, {"b", "a"}};
  return renames;
}

TEST(Renames, LaterNameIsListedOrThatOfTheSchema) {
  Renames renames = people_to_persons();
  renames.schemas = {{"shop", "store"}};
  renames.types[{"shop", "mood"}] = {"public", "humour"};
  EXPECT_EQ(renames.later(kPeople), TableName("public", "persons"));
  EXPECT_EQ(renames.later(TableName("shop", "orders")), TableName("store", "orders"));
  EXPECT_EQ(renames.later(TableName("shop", "mood")), TableName("public", "humour"));
  EXPECT_EQ(Renames::later(renames.columns, kPeople, "fullname"), "full_name");
  EXPECT_EQ(Renames::later(renames.columns, kPeople, "other"), "other");
}

TEST(Renames, TurnedTwiceIsTheSame) {
  Renames renames = people_to_persons();
  renames.schemas = {{"shop", "store"}};
  renames.types[{"shop", "mood"}] = {"store", "humour"};
  renames.enum_values[{"shop", "mood"}] = {{"happy", "glad"}};
  renames.constraints[kPeople] = {{"people_pkey", "persons_pkey"}};
  renames.indexes[{"public", "i"}] = {"public", "j"};
  renames.sequences[{"shop", "s"}] = {"store", "t"};
  renames.routines[{{"shop", "f"}, "x shop.mood[], integer"}] = {"store", "g"};
  const Renames back = renames.turned();
  EXPECT_EQ(back.columns.at({"public", "persons"}), (Renames::Names{{"full_name", "fullname"}}));
  EXPECT_TRUE(back.routines.contains({{"store", "g"}, "x store.humour[], integer"}));
  EXPECT_EQ(back.turned(), renames);
}

TEST(RenamedText, QuotesAndSpacesMakeNoDifference) {
  const RenamedText text(people_to_persons());
  EXPECT_TRUE(text.is_same("SELECT fullname\n FROM public.people",
                           "SELECT full_name FROM  public.\"persons\"", kAll));
  EXPECT_FALSE(text.is_same("SELECT fullname FROM public.people",
                            "SELECT full_name FROM other.persons", kAll));
  EXPECT_FALSE(text.is_same("SELECT 'fullname'", "SELECT 'full_name'", kAll));
}

TEST(RenamedText, ColumnOfAViewKeepsItsName) {
  const RenamedText text(people_to_persons());
  const std::string later = "SELECT persons.full_name AS fullname, x FROM public.persons";
  EXPECT_TRUE(text.is_same("SELECT people.fullname, x FROM public.people", later, kAll));
  EXPECT_FALSE(text.is_same("SELECT people.fullname, x FROM public.people",
                            "SELECT persons.full_name AS y, x FROM public.persons", kAll));
  EXPECT_TRUE(RenamedText(people_to_persons().turned())
                  .is_same(later, "SELECT people.fullname, x FROM public.people", kAll));
}

TEST(RenamedText, EqualTextOverSwappedColumnsSaysSomethingElse) {
  const RenamedText text(swapped());
  const RenamedText::Scope own{RenamedText::Scope::Kind::kTable, kPeople};
  const RenamedText::Scope others{RenamedText::Scope::Kind::kTable, {"public", "others"}};
  EXPECT_TRUE(text.may_mislead());
  EXPECT_TRUE(text.is_same("(a > b)", "(b > a)", own));
  EXPECT_FALSE(text.is_same("(a > b)", "(a > b)", own));
  EXPECT_EQ(text.rewritten("(a > b)", own), "(b > a)");
  EXPECT_TRUE(text.is_same("(a > b)", "(a > b)", others));
  EXPECT_TRUE(text.is_same("SELECT a, b FROM public.people",
                           "SELECT b AS a, a AS b FROM public.people", kAll));
}

TEST(RenamedText, ValuesAreThoseOfTheirType) {
  Renames renames;
  renames.enum_values[{"public", "mood"}] = {{"happy", "it's"}};
  const RenamedText text(renames);
  EXPECT_EQ(text.rewritten("'happy'::public.mood", kTypes), "'it''s'::public.mood");
  EXPECT_EQ(text.rewritten("'happy'::text", kTypes), "'happy'::text");
  EXPECT_FALSE(text.is_same("'happy'::text", "'it''s'::text", kAll));
  EXPECT_TRUE(
      text.is_same("FOR VALUES IN ('happy')", "FOR VALUES IN ('it''s')", {RenamedText::kBound}));
}

TEST(RenamedText, NamesInStringsThatAreNames) {
  Renames renames;
  renames.sequences[{"public", "numbers"}] = {"public", "Numerals"};
  const RenamedText text(renames);
  EXPECT_EQ(text.rewritten("nextval('public.numbers'::regclass)", kTypes),
            "nextval('public.\"Numerals\"'::regclass)");
  EXPECT_TRUE(text.is_same("nextval('public.numbers'::regclass)",
                           "nextval('public.\"Numerals\"'::regclass)", kTypes));
}

TEST(RenamedText, BodiesThatAreStringsStay) {
  const RenamedText text(people_to_persons());
  const std::string head = "CREATE FUNCTION public.f(public.people) AS $f$ ";
  EXPECT_EQ(text.rewritten(head + "public.people $f$", kAll),
            "CREATE FUNCTION public.f(public.persons) AS $f$ public.people $f$");
  EXPECT_FALSE(text.is_same("$f$ fullname $f$", "$f$ full_name $f$", kAll));
}

TEST(RenamedText, TypesThatAreCalledAsColumnsAreNoColumns) {
  Renames renames;
  renames.columns[kPeople] = {{"text", "integer"}};
  EXPECT_FALSE(RenamedText(renames).is_same("text", "integer", kTypes));
}

Change change(std::int64_t object, const char* kind, const char* name, Json details) {
  Change change;
  change.object_id = object;
  change.object_kind = kind;
  change.schema_name = "public";
  change.object_name = name;
  change.action = details.front().at("op");
  if (change.action != "create" && change.action != "drop" && change.action != "rename")
    change.action = "alter";
  if (change.action == "rename") change.previous_name = details.front().at("from");
  change.details = std::move(details);
  return change;
}

Json renamed(const char* op, const char* from, const char* to) {
  return Json::array({{{"op", op}, {"from", from}, {"to", to}}});
}

TEST(TrailRenames, ChainIsOneRename) {
  const Renames renames = renames_of({change(1, "table", "b", renamed("rename", "a", "b")),
                                      change(1, "table", "b", renamed("rename_column", "x", "y")),
                                      change(1, "table", "c", renamed("rename", "b", "c")),
                                      change(1, "table", "c", renamed("rename_column", "y", "z"))});
  EXPECT_EQ(renames.tables, (Renames::TableNames{{{"public", "a"}, {"public", "c"}}}));
  EXPECT_EQ(renames.columns.at({"public", "a"}), (Renames::Names{{"x", "z"}}));
}

TEST(TrailRenames, ThereAndBackIsNone) {
  EXPECT_TRUE(renames_of({change(1, "enum", "b", renamed("rename", "a", "b")),
                          change(1, "enum", "a", renamed("rename", "b", "a")),
                          change(1, "enum", "a", renamed("rename_enum_value", "x", "y")),
                          change(1, "enum", "a", renamed("rename_enum_value", "y", "x"))})
                  .empty());
}

TEST(TrailRenames, WhatIsNewOrGoneHasNone) {
  const Json create = Json::array({{{"op", "create"}}}), drop = Json::array({{{"op", "drop"}}});
  EXPECT_TRUE(renames_of({change(1, "table", "a", create),
                          change(1, "table", "b", renamed("rename", "a", "b")),
                          change(2, "sequence", "t", renamed("rename", "s", "t")),
                          change(2, "sequence", "t", drop),
                          change(3, "table", "c", {{{"op", "add_column"}, {"column", "n"}}}),
                          change(3, "table", "c", renamed("rename_column", "n", "m"))})
                  .empty());
}

TEST(TrailRenames, IndexOfAConstraintIsCalledAsTheConstraint) {
  Change index = change(2, "index", "k", renamed("rename", "people_pkey", "k"));
  index.definition = {{"indexes", {{{"table_name", "people"}, {"is_constraint", true}}}}};
  const Renames renames = renames_of(
      {change(1, "table", "people", renamed("rename_constraint", "people_pkey", "k")), index});
  EXPECT_EQ(renames.constraints.at(kPeople), (Renames::Names{{"people_pkey", "k"}}));
  EXPECT_TRUE(renames.indexes.empty());
}

TEST(TrailRenames, WhatASchemaMovesIsNotListed) {
  Change schema = change(1, "schema", "store", renamed("rename", "shop", "store"));
  schema.schema_name.reset();
  Change table = change(2, "table", "orders", {{{"op", "alter_definition"}}});
  table.schema_name = "store";
  table.previous_schema = "shop";
  const Renames renames = renames_of({schema, table});
  EXPECT_EQ(renames.schemas, (Renames::Names{{"shop", "store"}}));
  EXPECT_TRUE(renames.tables.empty());
}

Change migrated(Change change) {
  change.migration = "2_people";
  return change;
}

TEST(TrailRenames, ByHandIsToldInTheNamesThatMigrationsGave) {
  const Renames renames = renames_by_hand(
      {change(1, "table", "u", renamed("rename_column", "fullname", "name")),
       migrated(change(1, "table", "people", renamed("rename", "u", "people"))),
       migrated(change(1, "table", "people", renamed("rename_column", "mail", "email"))),
       change(1, "table", "people", renamed("rename_column", "age", "years")),
       change(1, "table", "people", renamed("rename_column", "email", "address"))});
  EXPECT_TRUE(renames.tables.empty());
  EXPECT_EQ(renames.columns,
            (std::map<TableName, Renames::Names>{
                {kPeople, {{"fullname", "name"}, {"age", "years"}, {"email", "address"}}}}));
}

TEST(TrailRenames, ByHandIsToldOfWhatMigrationsMade) {
  const Json create = Json::array({{{"op", "create"}}});
  const Json add = Json::array({{{"op", "add_column"}, {"column", "mail"}}});
  const Renames renames = renames_by_hand(
      {migrated(change(1, "table", "u", create)), migrated(change(1, "table", "u", add)),
       change(1, "table", "people", renamed("rename", "u", "people")),
       change(1, "table", "people", renamed("rename_column", "mail", "email")),
       change(2, "table", "own", create)});
  EXPECT_EQ(renames.tables, (Renames::TableNames{{{"public", "u"}, kPeople}}));
  EXPECT_EQ(renames.columns.at({"public", "u"}), (Renames::Names{{"mail", "email"}}));
}

Schema two_tables() {
  Schema schema;
  for (const char* name : {"people", "persons"}) {
    Table table;
    table.schema_name = "public";
    table.table_name = name;
    schema.tables.push_back(table);
  }
  return schema;
}

TEST(Renames, CollidesWhereTheNameIsTaken) {
  EXPECT_TRUE(without_collisions(people_to_persons(), two_tables()).tables.empty());
  Renames swap = people_to_persons();
  swap.tables[{"public", "persons"}] = kPeople;
  EXPECT_EQ(without_collisions(swap, two_tables()).tables.size(), 2u);
}

TEST(Renames, WhatHasTheNameMakesWay) {
  Schema from = two_tables();
  for (const char* name : {"fullname", "full_name"}) {
    Column column;
    std::tie(column.schema_name, column.table_name) = kPeople;
    column.column_name = name;
    from.columns.push_back(column);
  }
  const Renames renames = with_way_made(people_to_persons(), from);
  EXPECT_EQ(renames.later(TableName("public", "persons")), TableName("public", "dropped_persons"));
  EXPECT_EQ(Renames::later(renames.columns, kPeople, "full_name"), "dropped_full_name");
}

TEST(Renames, AddedOnesCountWhereBothNameTheSame) {
  Renames renames = people_to_persons();
  Renames others;
  others.tables[kPeople] = {"public", "folk"};
  others.columns[kPeople] = {{"a", "b"}};
  renames.add(others);
  EXPECT_EQ(renames.later(kPeople), TableName("public", "folk"));
  EXPECT_EQ(renames.columns.at(kPeople), (Renames::Names{{"a", "b"}, {"fullname", "full_name"}}));
}

TEST(Renaming, EveryRowThatNamesATableHasItsLaterName) {
  Schema from = two_tables();
  std::erase_if(from.tables, [](const Table& row) { return row.table_name == "persons"; });
  const auto on_people = []<class Struct>(Struct row) {
    row.schema_name = "public";
    row.table_name = "people";
    return row;
  };
  from.triggers = {on_people(Trigger())};
  from.rules = {on_people(Rule())};
  from.policies = {on_people(Policy())};
  from.table_properties = {on_people(TableProperties())};
  from.column_properties = {on_people(ColumnProperties())};
  from.column_properties[0].column_name = "fullname";
  from.parents = {on_people(Parent())};
  from.parents[0].parent_schema = from.parents[0].parent_table = "people";
  Privilege privilege;
  privilege.object_kind = "table";
  privilege.schema_name = "public";
  privilege.object_name = "people";
  privilege.column_name = "fullname";
  from.privileges = {privilege};
  apply(people_to_persons(), from, Schema());
  EXPECT_EQ(from.tables[0].table_name, "persons");
  EXPECT_EQ(from.triggers[0].table_name, "persons");
  EXPECT_EQ(from.rules[0].table_name, "persons");
  EXPECT_EQ(from.policies[0].table_name, "persons");
  EXPECT_EQ(from.table_properties[0].table_name, "persons");
  EXPECT_EQ(from.column_properties[0].column_name, "full_name");
  EXPECT_EQ(from.parents[0].table_name, "persons");
  EXPECT_EQ(from.privileges[0].object_name, "persons");
  EXPECT_EQ(from.privileges[0].column_name, "full_name");
}

Trigger trigger(const char* table, const char* name, const char* definition) {
  Trigger row;
  row.schema_name = "public";
  row.table_name = table;
  row.trigger_name = name;
  row.definition = definition;
  return row;
}

TEST(Past, TakesWhatTheLogLacksUnderItsFormerNames) {
  Schema now = two_tables(), logged = two_tables();
  now.tables.erase(now.tables.begin());
  logged.tables.pop_back();
  now.triggers = {trigger("persons", "old", "UPDATE OF full_name ON public.persons"),
                  trigger("persons", "new", "ON public.persons")};
  const Past past = past_of(
      logged, now,
      {change(1, "table", "persons", renamed("rename", "people", "persons")),
       change(1, "table", "persons", renamed("rename_column", "fullname", "full_name")), [] {
         Change create = change(2, "trigger", "new", Json::array({{{"op", "create"}}}));
         create.object_identity = "new on public.persons";
         return create;
       }()});
  ASSERT_EQ(past.schema.triggers.size(), 1u);
  EXPECT_EQ(past.schema.triggers[0].table_name, "people");
  EXPECT_EQ(past.schema.triggers[0].definition, "UPDATE OF fullname ON public.people");
  EXPECT_TRUE(past.unknown.empty());
}

TEST(Past, TellsWhatNobodyKnows) {
  Change drop = change(2, "policy", "own", Json::array({{{"op", "drop"}}}));
  drop.object_identity = "own on public.people";
  Json set = {{"op", "alter_property"}, {"property", "relrowsecurity"}, {"from", "f"}, {"to", "t"}};
  Change altered = change(1, "table", "people", Json::array({set}));
  altered.object_identity = "public.people";
  const Past past = past_of(two_tables(), two_tables(), {drop, altered});
  EXPECT_EQ(past.unknown,
            (std::vector<std::string>{"policy own on public.people: dropped",
                                      "table public.people: changed relrowsecurity from f to t"}));
}

TEST(Past, GoneTablesAreOnlyToBeDropped) {
  Schema logged = two_tables();
  logged.tables[0].kind = "partitioned table";
  logged.tables[1].is_partition = true;
  const Past past = past_of(logged, Schema(), {});
  EXPECT_EQ(past.schema.tables[0].kind, "table");
  EXPECT_FALSE(past.schema.tables[1].is_partition);
}

}  // namespace
}  // namespace ddltrail
