#include <gtest/gtest.h>

#include "fake_source.h"
#include "generate/typescript/value_types.h"
#include "no_catalog.h"

namespace ddltrail::typescript {
namespace {

Column column(const std::string& base_name, int dimensions = 0) {
  Column column;
  column.type_kind = column.base_kind = "base";
  column.type_schema = column.base_schema = "pg_catalog";
  column.type_name = column.base_name = base_name;
  column.array_dimensions = dimensions;
  return column;
}

Column column_of_enum(int dimensions) {
  Column result = column("mood", dimensions);
  result.type_kind = result.base_kind = "enum";
  result.type_schema = result.base_schema = "public";
  return result;
}

Column column_of_domains(const std::string& base_name, int dimensions) {
  Column result = column(base_name, dimensions);
  result.type_kind = "domain";
  result.data_type = "public.a_domain[]";
  return result;
}

std::string select(const Column& column) {
  Imports imports("public/tables/t");
  return postgres_values()->select(column, {imports, no_catalog()});
}

const Catalog& with_mood() {
  static const std::vector<Object> kObjects{enum_type("mood", {"good", "bad"})};
  static const MemoryCatalog kCatalog(kObjects);
  return kCatalog;
}

std::string insert(const Column& column) {
  Imports imports("public/tables/t");
  return postgres_values()->insert(column, {imports, with_mood()});
}

TEST(PostgresValues, AreNestedListsForArraysThatTheDriverParses) {
  EXPECT_EQ(select(column("int4", 2)), "number[][]");
  EXPECT_EQ(insert(column("int8", 1)), "BigIntInput[]");
}

TEST(PostgresValues, AreTextForArraysThatItDoesNot) {
  EXPECT_EQ(select(column("xml", 1)), "string");
  EXPECT_EQ(select(column_of_enum(2)), "string");
  EXPECT_EQ(insert(column_of_enum(2)), "string | Mood[][]");
  EXPECT_EQ(select(column_of_domains("int4", 1)), "string");
  EXPECT_EQ(insert(column_of_domains("int4", 1)), "string | number[]");
}

TEST(PostgresValues, AreTextForAnEnumThatIsLeftOut) {
  EXPECT_EQ(insert(column_of_enum(0)), "Mood");
  EXPECT_EQ(select(column_of_enum(0)), "string");
}

TEST(PostgresValues, TakeNoListsThatTheDriverWouldSendWrong) {
  EXPECT_EQ(insert(column("box", 1)), "string");
  EXPECT_EQ(insert(column_of_domains("text", 2)), "string");
  EXPECT_EQ(insert(column("point")), "string");
}

TEST(PostgresValues, OfTypesOutsideTheCatalogAreText) {
  Column own = column("int4");
  own.base_schema = "public";
  EXPECT_EQ(select(own), "string");
}

TEST(PostgresValues, ImportOnlyWhatTheyName) {
  Imports imports("public/tables/t");
  postgres_values()->select(column("jsonb"), {imports, no_catalog()});
  EXPECT_EQ(imports.render(), "import type { Json } from \"../../scalars.js\";\n");
}

}  // namespace
}  // namespace ddltrail::typescript
