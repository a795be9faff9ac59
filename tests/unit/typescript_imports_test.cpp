#include <gtest/gtest.h>

#include "generate/typescript/enum_file.h"
#include "generate/typescript/imports.h"
#include "generate/typescript/type_files.h"
#include "generate/typescript/value_types.h"

namespace ddltrail::typescript {
namespace {

TEST(Imports, HaveTheirOwnNamesWhereTheseAreFree) {
  Imports imports({"Orders"}, "public/tables/orders");
  EXPECT_EQ(imports.use("public/enums/mood", "Mood"), "Mood");
  EXPECT_EQ(imports.use(kScalars, "Json"), "Json");
  EXPECT_EQ(imports.use("database", "Database"), "Database");
}

TEST(Imports, GetAHashWhereTheNameIsTaken) {
  Imports imports({"Orders"}, "public/tables/orders");
  const std::string name = imports.use("stock/tables/orders", "Orders");
  EXPECT_TRUE(name.starts_with("Orders_")) << name;
  EXPECT_EQ(imports.use("stock/tables/orders", "Orders"), name);
}

TEST(Imports, LeaveTheNamesOfTheLanguageAlone) {
  Imports imports({}, "public/tables/orders");
  const std::string of_package = imports.use_module("dates", "Date");
  EXPECT_TRUE(of_package.starts_with("Date_")) << of_package;
  const std::string of_file = imports.use_module("../own.js", "Json");
  EXPECT_TRUE(of_file.starts_with("Json_")) << of_file;
}

TEST(Imports, NeedNoOtherNamesForTypesThatAreCalledLikeTheLanguages) {
  for (const auto& name :
       {enum_name("date"), domain_name("date"), composite_name("date"), range_name("date")}) {
    Imports imports({}, "public/tables/orders");
    EXPECT_EQ(imports.use("public/enums/date", name), name);
  }
  EXPECT_NE(render_enum({"public", "date", {"a"}}).find("export type DateEnum = "),
            std::string::npos);
}

}  // namespace
}  // namespace ddltrail::typescript
