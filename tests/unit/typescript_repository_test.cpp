#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_source.h"
#include "generate/typescript/entity_file.h"
#include "generate/typescript/paths.h"
#include "generate/typescript/relation.h"
#include "generate/typescript/relations_file.h"
#include "generate/typescript/repository_file.h"

namespace ddltrail::typescript {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

using Columns = std::vector<std::string>;

TableObject made(const std::string& name, const Columns& columns, const Columns& key = {}) {
  auto object = std::get<TableObject>(table(name, columns));
  object.table.is_insertable = true;
  for (Column& column : object.columns) column.is_insertable = true;
  if (!key.empty()) object.keys.push_back({"public", name, name + "_pkey", "primary key", key});
  return object;
}

TableObject& refer(TableObject& object, const std::string& column, const std::string& to) {
  object.references.push_back({"public",
                               object.table.table_name,
                               object.table.table_name + column,
                               {column},
                               "public",
                               to,
                               {"id"}});
  return object;
}

/// The names of a table's relations.
Columns names_of(const std::vector<Object>& schema, const std::string& name) {
  const MemoryCatalog catalog(schema);
  Columns names;
  for (const Relation& relation : relations_of(*catalog.table({"public", name}), catalog))
    names.push_back(relation.name);
  return names;
}

TEST(RelationNames, ComeFromTheColumnAndFromTheTableOnTheOtherSide) {
  auto posts = made("posts", {"id", "author_id"}, {"id"});
  refer(posts, "author_id", "users");
  const std::vector<Object> schema{made("users", {"id"}, {"id"}), posts};
  EXPECT_THAT(names_of(schema, "posts"), ElementsAre("author"));
  EXPECT_THAT(names_of(schema, "users"), ElementsAre("posts"));
}

TEST(RelationNames, SayByWhichColumnWhereThereAreSeveral) {
  auto posts = made("posts", {"id", "author_id", "editor_id"}, {"id"});
  refer(refer(posts, "author_id", "users"), "editor_id", "users");
  EXPECT_THAT(names_of({made("users", {"id"}, {"id"}), posts}, "users"),
              ElementsAre("posts_by_author_id", "posts_by_editor_id"));
}

TEST(RelationNames, OfJoinTablesAreThoseOfTheTableBehind) {
  auto likes = made("likes", {"user_id", "post_id"}, {"user_id", "post_id"});
  refer(refer(likes, "user_id", "users"), "post_id", "posts");
  std::vector<Object> schema{made("users", {"id"}), made("posts", {"id"}), likes};
  EXPECT_THAT(names_of(schema, "users"), ElementsAre("likes", "posts"));
  auto posts = made("posts", {"id", "author_id"});
  schema[1] = refer(posts, "author_id", "users");
  EXPECT_THAT(names_of(schema, "users"), ElementsAre("likes", "posts", "posts_through_likes"));
}

TEST(RelationNames, OfATableWithItselfSayWhichSideTheyLeadTo) {
  auto follows = made("follows", {"from_id", "to_id"}, {"from_id", "to_id"});
  refer(refer(follows, "from_id", "users"), "to_id", "users");
  EXPECT_THAT(
      names_of({made("users", {"id"}), follows}, "users"),
      ElementsAre("follows_by_from_id", "follows_by_to_id", "users_by_from_id", "users_by_to_id"));
}

TEST(RelationNames, AreNotThoseOfColumns) {
  auto posts = made("posts", {"author", "author_row", "users"});
  refer(posts, "author", "users");
  EXPECT_THAT(names_of({made("users", {"id"}), posts}, "posts"),
              ElementsAre(::testing::StartsWith("author_row_")));
}

TEST(RelationNames, HaveNoDots) {
  auto posts = made("a.b", {"user_id"});
  refer(posts, "user_id", "users");
  EXPECT_THAT(names_of({made("users", {"id"}), posts}, "users"), ElementsAre("a_b"));
}

TEST(Relations, LeadToTablesThatTakeRowsOnly) {
  auto lines = made("lines", {"user_id"});
  lines.table.is_insertable = false;
  EXPECT_THAT(names_of({made("users", {"id"}), refer(lines, "user_id", "users")}, "users"),
              ElementsAre());
}

TEST(Relations, AreNotMadeOfForeignKeysThatPairNoColumns) {
  auto posts = made("posts", {"user_id"});
  posts.references.push_back({"public", "posts", "k", {"user_id"}, "public", "users", {}});
  EXPECT_THAT(names_of({made("users", {"id"}), posts}, "posts"), ElementsAre());
}

class Files : public ::testing::Test {
 protected:
  std::string relations(const TableObject& object, std::vector<Object> schema = {}) {
    schema.emplace_back(object);
    const MemoryCatalog catalog(schema);
    Imports imports(entity_path(object.table));
    return render_relations(object, {Engine::kPostgres, "public", *values_, Naming(), catalog},
                            imports);
  }
  static std::string repository(const TableObject& object, std::vector<Object> schema = {}) {
    schema.emplace_back(object);
    Imports imports(repository_path(object.table));
    return render_repository(object, MemoryCatalog(schema), Naming(), imports);
  }
  std::unique_ptr<ValueTypes> values_ = postgres_values();
};

TEST_F(Files, TellWhatColumnsOfAViewAreProvenToHold) {
  auto view = made("people", {"id", "name"});
  view.table.kind = "view";
  for (Column& column : view.columns) column.is_nullable = true;
  EXPECT_THAT(
      relations(view, {ProvenColumns{"public", "people", {"name"}, {}}}),
      AllOf(HasSubstr(R"({ "name": "id", "type": "text", "value": "string", "nullable": true })"),
            HasSubstr(R"({ "name": "name", "type": "text", "value": "string" })")));
}

TEST_F(Files, TellTheRulesOfColumns) {
  auto object = made("t", {"a", "b", "c"}, {"a"});
  object.columns[0].base_name = "int4";
  object.columns[1].data_type = "character varying(30)";
  object.columns[1].is_nullable = true;
  object.columns[2].data_type = "numeric(5,2)";
  object.columns[2].base_name = "numeric";
  object.checks.push_back({"public", "t", "t_check", "check", {"c"}, "CHECK ((c > (0)::numeric))"});
  const std::string file = relations(object);
  EXPECT_THAT(file, HasSubstr(R"({ "name": "a", "type": "text", "value": "number", "bits": 32 })"));
  EXPECT_THAT(file, HasSubstr(R"("nullable": true, "maxLength": 30 })"));
  EXPECT_THAT(file, HasSubstr(R"("precision": 5, "scale": 2 })"));
  EXPECT_THAT(file, HasSubstr(R"(    { "column": "c", "op": ">", "value": 0 })"));
  EXPECT_THAT(file, HasSubstr("export type TId = T[\"a\"];\n"));
}

TEST_F(Files, KeepTheDatabaseInsideTheText) {
  auto object = made("t", {"`); x(${1}); \\\"\n"});
  object.columns[0].default_expression = "'`'";
  const std::string file = relations(object);
  EXPECT_THAT(file, HasSubstr(R"("name": "\u0060); x(\u0024{1}); \\\"\u000a")"));
  EXPECT_THAT(file, HasSubstr(R"("default": "'\u0060'")"));
}

TEST_F(Files, WriteNumbersAsJsonDoes) {
  auto object = made("t", {"a"});
  object.columns[0].base_name = "int4";
  object.checks.push_back({"public", "t", "t_check", "check", {"a"}, "CHECK (a > 007)"});
  object.checks.push_back({"public", "t", "t_other", "check", {"a"}, "CHECK (a < 5.)"});
  EXPECT_THAT(relations(object),
              AllOf(HasSubstr("\"value\": 7.0 }"), HasSubstr("\"value\": 5.0 }")));
}

TEST_F(Files, LeaveChecksThatNeedACollationToTheDatabase) {
  auto object = made("t", {"a"});
  object.checks.push_back({"public", "t", "t_check", "check", {"a"}, "CHECK ((a < 'x'::text))"});
  EXPECT_THAT(relations(object), HasSubstr("  \"checks\": [],\n"));
}

TEST_F(Files, GiveEntitiesTheirColumnsUnderFreeNames) {
  const TableObject object = made("t", {"id", "validate", "validate_"});
  Imports imports(entity_path(object.table));
  const std::string file = render_entity(object, Naming(), imports);
  EXPECT_THAT(file, HasSubstr("export interface Properties extends Omit<T, \"validate\"> {\n"
                              "  validate__: T[\"validate\"];\n}\n"));
  EXPECT_THAT(relations(made("t", {"constructor"})), HasSubstr(R"("property": "constructor_")"));
}

TEST_F(Files, HaveAFinderForEachKeyAndIndexAndNoOther) {
  auto object = made("t", {"id", "slug", "owner", "note"}, {"id"});
  object.keys.push_back({"public", "t", "t_slug_key", "unique", {"slug"}});
  const auto index = [](const std::string& name, bool is_partial, const Json& columns) {
    return TableIndex{"public", "t", name, "btree", columns, false, false, is_partial, true};
  };
  const std::string file =
      repository(object, {index("a", false, {"owner", "note"}), index("b", true, {"note"})});
  EXPECT_THAT(file, HasSubstr("  findBySlug(value: T[\"slug\"]): Promise<T | undefined> {\n"
                              "    return this.findOneBy([\"slug\"], value);\n"));
  EXPECT_THAT(file, HasSubstr("  findManyByOwner("));
  EXPECT_THAT(file, HasSubstr("  upsertBySlug(values: NewT): Promise<T> {\n"));
  EXPECT_THAT(file, Not(HasSubstr("Note")));
}

TEST_F(Files, OfViewsReadAndFindByWhatIsProvenToBeUnique) {
  auto view = made("t", {"id"});
  view.table.kind = "materialized view";
  view.table.is_insertable = false;
  const TableIndex index{"public", "t", "t_id", "btree", {"id"}, true, false, false, true};
  const std::string file = repository(view, {index});
  EXPECT_THAT(file, HasSubstr("class TRepository extends ReadRepository<T> {\n"));
  EXPECT_THAT(file, HasSubstr("  findById(value: T[\"id\"]): Promise<T | undefined> {\n"));
  EXPECT_THAT(file, Not(HasSubstr("NewT")));
  EXPECT_THAT(relations(view), Not(HasSubstr("TRelations")));
}

TEST_F(Files, OfViewsThatTakeRowsWriteThem) {
  auto view = made("t", {"id"});
  view.table.kind = "view";
  EXPECT_THAT(repository(view), HasSubstr("extends WriteRepository<T, NewT, TUpdate> {\n"));
}

TEST_F(Files, TellFindersApartThatWouldHaveOneName) {
  auto object = made("t", {"a_b", "aB", "id"}, {"a_b"});
  for (const char* column : {"aB", "id"})
    object.keys.push_back({"public", "t", "k", "unique", {column}});
  const std::string file = repository(object);
  EXPECT_THAT(file, Not(HasSubstr("findById(")));
  EXPECT_THAT(file, HasSubstr("findById_"));
}

}  // namespace
}  // namespace ddltrail::typescript
