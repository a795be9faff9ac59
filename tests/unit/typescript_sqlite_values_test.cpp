#include <gtest/gtest.h>

#include "base/error.h"
#include "generate/typescript/value_types.h"
#include "no_catalog.h"

namespace ddltrail::typescript {
namespace {

Column column(const std::string& data_type, const std::string& affinity) {
  Column column;
  column.data_type = data_type;
  column.base_name = affinity;
  return column;
}

std::string type_of(const Column& column, const SqliteTypes& types = {}) {
  Imports imports("main/tables/t");
  return sqlite_values(types)->select(column, {imports, no_catalog()});
}

TEST(SqliteValues, FollowTheAffinity) {
  EXPECT_EQ(type_of(column("INT", "integer")), "number");
  EXPECT_EQ(type_of(column("DOUBLE", "real")), "number");
  EXPECT_EQ(type_of(column("VARCHAR(9)", "text")), "string");
  EXPECT_EQ(type_of(column("BLOB", "blob")), "Buffer");
  EXPECT_EQ(type_of(column("", "blob")), "SqliteValue");
  EXPECT_EQ(type_of(column("ANY", "any")), "SqliteValue");
}

TEST(SqliteValues, ReadTheNamesOfNumericTypes) {
  EXPECT_EQ(type_of(column("DECIMAL(9, 2)", "numeric")), "number");
  EXPECT_EQ(type_of(column("BOOLEAN", "numeric")), "number");
  EXPECT_EQ(type_of(column("DATETIME", "numeric")), "string");
  EXPECT_EQ(type_of(column("ENUM", "numeric")), "SqliteValue");
}

TEST(SqliteValues, AreWhatTheConfigurationSays) {
  const SqliteTypes types{{"Boolean", "boolean"}, {"decimal", "string|number"}, {"json", "Json"}};
  EXPECT_EQ(type_of(column("BOOLEAN", "numeric"), types), "boolean");
  EXPECT_EQ(type_of(column("DECIMAL (9, 2)", "numeric"), types), "string | number");
  EXPECT_EQ(type_of(column("INT", "integer"), types), "number");
}

TEST(SqliteValues, ImportWhatTheConfigurationNames) {
  Imports imports("main/tables/t");
  sqlite_values({{"json", "Json | bigint"}})
      ->select(column("JSON", "numeric"), {imports, no_catalog()});
  EXPECT_EQ(imports.render(), "import type { Json } from \"../../scalars.js\";\n");
}

TEST(SqliteValues, RefuseCodeInTheConfiguration) {
  for (const char* type : {"", "string |", "any; export const hacked = 1", "Array<number>"})
    EXPECT_THROW(type_of(column("INT", "integer"), {{"int", type}}), Error) << type;
}

}  // namespace
}  // namespace ddltrail::typescript
