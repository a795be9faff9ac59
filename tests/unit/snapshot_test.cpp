// A schema as text and back.
#include "model/snapshot.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace ddltrail {
namespace {

Schema some_schema() {
  Schema schema{Engine::kSqlite};
  schema.reader = "ann \"the\" owner";
  Table table{.schema_name = "main", .table_name = "na\"me\n", .kind = "table"};
  table.comment = "\xF0\x9F\x98\x80 */";
  schema.tables = {table};
  schema.columns = {
      {.schema_name = "main", .table_name = "na\"me\n", .column_name = "b", .position = 1},
      {.schema_name = "main", .table_name = "na\"me\n", .column_name = "a", .position = 2}};
  schema.enums = {{.schema_name = "main", .enum_name = "e", .values = {"x", "", "y,z"}}};
  schema.constraints = {
      {.schema_name = "main", .table_name = "t", .kind = "check", .columns = Json{"a"}}};
  return schema;
}

std::string refusal(std::string_view text) {
  try {
    read_snapshot(text, "x.json");
  } catch (const Error& error) {
    return error.line();
  }
  return "";
}

TEST(Snapshot, SurvivesWritingAndReading) {
  const Schema schema = some_schema();
  EXPECT_EQ(read_snapshot(write_snapshot(schema), ""), schema);
  EXPECT_EQ(read_snapshot(write_snapshot(Schema{}), ""), Schema{});
}

TEST(Snapshot, OfEntitiesStaysOne) {
  Schema schema = some_schema();
  schema.is_of_entities = true;
  EXPECT_TRUE(read_snapshot(write_snapshot(schema), "").is_of_entities);
}

TEST(Snapshot, HasARowALineInTheOrderOfKeys) {
  Schema schema{Engine::kPostgres};
  schema.schemas = {{.schema_name = "b", .owner = "o"}, {.schema_name = "a", .owner = "o"}};
  sort(schema);
  EXPECT_EQ(write_snapshot(schema),
            "{\n  \"contract\": 1,\n  \"engine\": \"postgresql\",\n  \"relations\": {\n    "
            "\"schemas\": [\n"
            "      {\"owner\":\"o\",\"schema_name\":\"a\"},\n      "
            "{\"owner\":\"o\",\"schema_name\":\"b\"}\n    ]\n  }\n}\n");
}

TEST(Snapshot, OfAnyLayoutIsRead) {
  const Schema schema = some_schema();
  EXPECT_EQ(read_snapshot(Json::parse(write_snapshot(schema)).dump(4), ""), schema);
}

TEST(Snapshot, IgnoresWhatItDoesNotKnow) {
  EXPECT_EQ(
      read_snapshot(
          R"({"contract":1,"engine":"sqlite","relations":{"moons":[{"a":1}]},"more":[{}]})", "")
          .engine,
      Engine::kSqlite);
}

TEST(Snapshot, IsRefusedWhereItIsNone) {
  for (const char* text :
       {"", "[]", "{}", "nonsense", R"({"contract":1,"engine":"oracle","relations":{}})",
        R"({"contract":9,"engine":"sqlite","relations":{}})",
        R"({"contract":1,"engine":"sqlite","relations":{"tables":[{"table_name":7}]}})",
        R"({"contract":1,"engine":"sqlite","relations":{"tables":[{}]}})"})
    EXPECT_TRUE(refusal(text).starts_with("not a snapshot (")) << text << ": " << refusal(text);
}

}  // namespace
}  // namespace ddltrail
