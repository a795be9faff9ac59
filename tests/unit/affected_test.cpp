// What of two schemas a plan between them is made of.
#include "plan/postgres/affected.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/schema.h"

namespace ddltrail::postgres_plan {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class AffectedTest : public testing::Test {
 protected:
  static void add_table(Schema& schema, const std::string& name, const char* kind = "table") {
    schema.tables.push_back({.schema_name = "s", .table_name = name, .kind = kind});
  }
  static void add_column(Schema& schema, const std::string& table, const std::string& name,
                         const std::string& type = "integer") {
    schema.columns.push_back(
        {.schema_name = "s", .table_name = table, .column_name = name, .data_type = type});
  }
  static void add_view(Schema& schema, const std::string& name, const std::string& query) {
    add_table(schema, name, "view");
    schema.views.push_back({.schema_name = "s", .view_name = name, .definition = query});
  }
  static void add_foreign_key(Schema& schema, const std::string& table, const std::string& to) {
    schema.constraints.push_back({.schema_name = "s",
                                  .table_name = table,
                                  .constraint_name = "to_" + to,
                                  .kind = "foreign key",
                                  .definition = "FOREIGN KEY (id) REFERENCES s." + to + "(id)"});
    schema.foreign_keys.push_back({.schema_name = "s",
                                   .table_name = table,
                                   .constraint_name = "to_" + to,
                                   .referenced_schema = "s",
                                   .referenced_table = to});
  }
  static void add_function(Schema& schema, const std::string& name, const std::string& definition) {
    schema.routines.push_back(
        {.schema_name = "s", .routine_name = name, .language = "sql", .definition = definition});
  }

  /// Of both parts: they are the same but for what differs.
  std::vector<std::string> tables() {
    std::vector<std::string> names;
    for (const Table& row : part().from.tables) names.push_back(row.table_name);
    return names;
  }
  std::vector<std::string> columns() {
    std::vector<std::string> names;
    for (const Column& row : part().from.columns)
      names.push_back(row.table_name + "." + row.column_name);
    return names;
  }
  Affected part() {
    sort(from_);
    Schema to = from_;
    change_(to);
    sort(to);
    return affected(from_, to);
  }
  void retype(const std::string& table) {
    change_ = [=](Schema& to) {
      for (Column& row : to.columns)
        if (row.table_name == table) row.data_type = "bigint";
    };
  }

  Schema from_{Engine::kPostgres};
  std::function<void(Schema&)> change_ = [](Schema&) {};
};

TEST_F(AffectedTest, NothingIsLeftOfEqualSchemas) {
  add_table(from_, "a");
  add_column(from_, "a", "id");
  EXPECT_THAT(tables(), IsEmpty());
  EXPECT_THAT(columns(), IsEmpty());
}

TEST_F(AffectedTest, OneChangedColumnBringsItsTableAlone) {
  for (const char* table : {"a", "b"}) {
    add_table(from_, table);
    add_column(from_, table, "id");
    add_column(from_, table, "name");
  }
  retype("a");
  EXPECT_THAT(tables(), ElementsAre("a"));
  EXPECT_THAT(columns(), ElementsAre("a.id", "a.name"));
}

TEST_F(AffectedTest, ViewsOnViewsComeWithTheTable) {
  for (const char* table : {"a", "b"}) {
    add_table(from_, table);
    add_column(from_, table, "id");
  }
  add_view(from_, "v", "SELECT a.id FROM s.a");
  add_view(from_, "w", "SELECT \"v\".id FROM \"s\".\"v\"");
  add_view(from_, "x", "SELECT b.id FROM s.b WHERE b.id <> 'a'");
  retype("a");
  EXPECT_THAT(tables(), ElementsAre("a", "v", "w"));
}

TEST_F(AffectedTest, ForeignKeysComeAloneAndReachNoFurther) {
  for (const char* table : {"a", "b", "c"}) {
    add_table(from_, table);
    add_column(from_, table, "id");
  }
  add_foreign_key(from_, "b", "a");
  add_foreign_key(from_, "b", "c");
  add_foreign_key(from_, "c", "b");
  retype("a");
  EXPECT_THAT(tables(), ElementsAre("a", "b"));
  EXPECT_THAT(columns(), ElementsAre("a.id"));
  const Affected found = part();
  for (const Schema* schema : {&found.from, &found.to}) {
    ASSERT_EQ(schema->constraints.size(), 1u);
    EXPECT_EQ(schema->constraints[0].table_name, "b");
    EXPECT_EQ(schema->constraints[0].constraint_name, "to_a");
    ASSERT_EQ(schema->foreign_keys.size(), 1u);
    EXPECT_EQ(schema->foreign_keys[0].constraint_name, "to_a");
  }
}

TEST_F(AffectedTest, ColumnsOfATypeComeWithIt) {
  from_.enums.push_back({.schema_name = "s", .enum_name = "mood", .values = {"sad"}});
  from_.enums.push_back({.schema_name = "s", .enum_name = "other", .values = {"x"}});
  for (const char* table : {"a", "b"}) add_table(from_, table);
  add_column(from_, "a", "m", "s.mood[]");
  add_column(from_, "b", "o", "s.other");
  change_ = [](Schema& to) { to.enums[0].values.push_back("happy"); };
  EXPECT_THAT(tables(), ElementsAre("a"));
  EXPECT_EQ(part().from.enums.size(), 2u);
}

TEST_F(AffectedTest, ParentsAndChildrenHangTogether) {
  for (const char* table : {"child", "parent", "sibling", "other"}) {
    add_table(from_, table);
    add_column(from_, table, "id");
  }
  for (const char* table : {"child", "sibling"})
    from_.parents.push_back(
        {.schema_name = "s", .table_name = table, .parent_schema = "s", .parent_table = "parent"});
  add_foreign_key(from_, "child", "other");
  retype("child");
  EXPECT_THAT(columns(), ElementsAre("child.id", "parent.id", "sibling.id"));
  retype("other");
  EXPECT_THAT(columns(), ElementsAre("child.id", "other.id", "parent.id", "sibling.id"));
}

TEST_F(AffectedTest, CalledRoutinesComeWithTheirCallers) {
  for (const char* table : {"a", "b"}) {
    add_table(from_, table);
    add_column(from_, table, "id");
  }
  from_.columns[0].default_expression = "s.next()";
  from_.columns[1].default_expression = "s.other()";
  add_function(from_, "next", "CREATE FUNCTION s.next()\nRETURN 1");
  add_function(from_, "other", "CREATE FUNCTION s.other()\nRETURN 1");
  retype("a");
  const Affected found = part();
  ASSERT_EQ(found.from.routines.size(), 1u);
  EXPECT_EQ(found.from.routines[0].routine_name, "next");
}

TEST_F(AffectedTest, BodiesThatTheServerHasNotReadReachNothing) {
  add_table(from_, "a");
  add_column(from_, "a", "id");
  add_function(from_, "read", "CREATE FUNCTION s.read()\nRETURN (SELECT a.id FROM s.a)");
  add_function(from_, "unread", "CREATE FUNCTION s.unread()\nAS $$SELECT a.id FROM s.a$$");
  retype("a");
  const Affected found = part();
  ASSERT_EQ(found.from.routines.size(), 1u);
  EXPECT_EQ(found.from.routines[0].routine_name, "read");
}

TEST_F(AffectedTest, TablesOnAServerThatChangesComeWithIt) {
  from_.foreign_servers.push_back({.server_name = "far"});
  add_table(from_, "a", "foreign table");
  add_table(from_, "b", "foreign table");
  from_.table_properties.push_back({.schema_name = "s", .table_name = "a", .server_name = "far"});
  change_ = [](Schema& to) { to.foreign_servers[0].server_type = "new"; };
  EXPECT_THAT(tables(), ElementsAre("a"));
}

}  // namespace
}  // namespace ddltrail::postgres_plan
