#include <gtest/gtest.h>

#include "base/error.h"
#include "fake_source.h"
#include "generate/typescript/overrides.h"
#include "no_catalog.h"

namespace ddltrail::typescript {
namespace {

Column column(const std::string& type, const std::string& comment = "") {
  Column column = std::get<TableObject>(table("users", {"settings"})).columns.front();
  column.type_name = column.base_name = column.data_type = type;
  column.comment = comment;
  return column;
}

struct Rendered {
  std::string type;
  std::string imports;
};

Rendered select(const Overrides& overrides, const Column& column,
                const std::set<std::string>& own = {}) {
  const std::string path = "public/tables/users";
  Imports imports(path);
  for (const std::string& name : own) imports.use(path, name);
  const std::string type =
      with_overrides(postgres_values(), overrides)->select(column, {imports, no_catalog()});
  return {type, imports.render()};
}

TEST(Overrides, AreOfTypesAsTheDatabasePrintsThem) {
  const Overrides overrides{
      {{"timestamp with time zone", "string"}, {"int8[]", "bigint[]"}}, {}, {}};
  EXPECT_EQ(select(overrides, column("timestamptz")).type, "string");
  EXPECT_EQ(select(overrides, column("timestamp")).type, "Date");
  EXPECT_EQ(select(overrides, column("int8")).type, "string");
  Column list = column("int8");
  list.array_dimensions = 1;
  EXPECT_EQ(select(overrides, list).type, "bigint[]");
}

TEST(Overrides, AreOfDeclaredTypesInSqlite) {
  Column decimal = column("DECIMAL(10, 2)");
  decimal.type_schema.reset();
  EXPECT_EQ(select({{{"Decimal", "bigint"}}, {}, {}}, decimal).type, "bigint");
}

TEST(Overrides, OfAColumnWinOverItsCommentAndThatOverItsType) {
  Overrides overrides{{{"jsonb", "A"}}, {{"public.users.settings", "C"}}, {{"B", "b"}}};
  EXPECT_EQ(select(overrides, column("jsonb", "@type {B}")).type, "C");
  overrides.columns.clear();
  EXPECT_EQ(select(overrides, column("jsonb", "What they chose. @type {B}")).type, "B");
  EXPECT_EQ(select(overrides, column("jsonb")).type, "A");
}

TEST(Overrides, ImportWhatATypeNames) {
  const Overrides overrides{{{"jsonb", "Record<string, Settings> | 'Other'"}},
                            {},
                            {{"Settings", "../settings.js"}, {"Other", "other"}}};
  const Rendered rendered = select(overrides, column("jsonb"));
  EXPECT_EQ(rendered.type, "Record<string, Settings> | 'Other'");
  EXPECT_EQ(rendered.imports, "import type { Settings } from \"../../../settings.js\";\n");
}

TEST(Overrides, ImportUnderAnotherNameWhereTheFileHasThatOne) {
  const Rendered rendered =
      select({{{"jsonb", "Users[]"}}, {}, {{"Users", "pkg"}}}, column("jsonb"), {"Users"});
  EXPECT_NE(rendered.type, "Users[]");
  EXPECT_TRUE(rendered.type.starts_with("Users_"));
  EXPECT_TRUE(rendered.imports.starts_with("import type { Users as Users_"));
}

TEST(Annotation, IsTheNameOfATypeAndNothingElse) {
  EXPECT_EQ(annotated_type("Chosen by them. @type {Settings} and more"), "Settings");
  for (const char* hostile : {"@type {any; evil()}", "@type {a b}", "@type {}", "@type {A",
                              "@type { A }", "@type {import('x').Y}", "@type {9}", "@type {class}"})
    EXPECT_EQ(annotated_type(hostile), "") << hostile;
}

TEST(Annotation, OfATypeThatNothingImportsIsIgnored) {
  EXPECT_EQ(select({}, column("text", "@type {Settings}")).type, "string");
  EXPECT_EQ(select({}, column("text", "@type {boolean}")).type, "boolean");
}

TEST(Overrides, RefuseWhatIsNoType) {
  for (const char* type : {"", " ", "a;b", "a\nb"})
    EXPECT_THROW(with_overrides(postgres_values(), {{{"jsonb", type}}, {}, {}}), Error) << type;
  EXPECT_THROW(with_overrides(postgres_values(), {{}, {}, {{"a b", "c"}}}), Error);
  EXPECT_THROW(with_overrides(postgres_values(), {{}, {}, {{"A", ""}}}), Error);
}

}  // namespace
}  // namespace ddltrail::typescript
