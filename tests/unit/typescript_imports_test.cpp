#include <gtest/gtest.h>

#include "generate/typescript/database_file.h"
#include "generate/typescript/enum_file.h"
#include "generate/typescript/imports.h"
#include "generate/typescript/type_files.h"
#include "generate/typescript/value_types.h"

namespace ddltrail::typescript {
namespace {

Imports file_of_orders() {
  Imports imports("public/tables/orders");
  imports.use("public/tables/orders", "Orders");
  return imports;
}

TEST(Imports, HaveTheirOwnNamesWhereTheseAreFree) {
  Imports imports = file_of_orders();
  EXPECT_EQ(imports.use("public/enums/mood", "Mood"), "Mood");
  EXPECT_EQ(imports.use(kScalars, "Json"), "Json");
  EXPECT_EQ(imports.use("database", "Database"), "Database");
}

TEST(Imports, GetAHashWhereTheNameIsTaken) {
  Imports imports = file_of_orders();
  const std::string name = imports.use("stock/tables/orders", "Orders");
  EXPECT_TRUE(name.starts_with("Orders_")) << name;
  EXPECT_EQ(imports.use("stock/tables/orders", "Orders"), name);
}

TEST(Imports, LeaveTheNamesOfTheLanguageAlone) {
  Imports imports("public/tables/orders");
  const std::string of_package = imports.use_module("dates", "Date");
  EXPECT_TRUE(of_package.starts_with("Date_")) << of_package;
  const std::string of_file = imports.use_module("../own.js", "Json");
  EXPECT_TRUE(of_file.starts_with("Json_")) << of_file;
}

TEST(Imports, NeedNoOtherNamesForTypesThatAreCalledLikeTheLanguages) {
  for (const auto& name :
       {enum_name("date"), domain_name("date"), composite_name("date"), range_name("date")}) {
    Imports imports("public/tables/orders");
    EXPECT_EQ(imports.use("public/enums/date", name), name);
  }
  Imports imports("public/enums/date");
  EXPECT_NE(render_enum({"public", "date", {"a"}}, imports).find("export type DateEnum = "),
            std::string::npos);
}

TEST(Imports, AreNoneBetweenObjectsOfOneFile) {
  Imports imports(kDatabase, kDatabase);
  EXPECT_EQ(imports.use("public/tables/orders", "Orders"), "Orders");
  const std::string other = imports.use("stock/tables/orders", "Orders");
  EXPECT_TRUE(other.starts_with("Orders_")) << other;
  EXPECT_EQ(imports.use("public/tables/orders", "Orders"), "Orders");
  EXPECT_EQ(imports.render(), "");
  imports.use(kScalars, "Json");
  imports.use_value("runtime/entity", "entityOf");
  imports.use_module("../money.js", "Money");
  EXPECT_EQ(imports.render(),
            "import type { Money } from \"../money.js\";\n"
            "import { entityOf } from \"./runtime/entity.js\";\n"
            "import type { Json } from \"./scalars.js\";\n");
}

TEST(Imports, AreOfTheOneFileInOthers) {
  Imports imports("templates/orders", kDatabase);
  imports.use("public/tables/orders", "Orders");
  imports.use("public/enums/mood", "Mood");
  EXPECT_EQ(imports.render(), "import type { Mood, Orders } from \"../database.js\";\n");
}

}  // namespace
}  // namespace ddltrail::typescript
