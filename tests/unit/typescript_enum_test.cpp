#include <gmock/gmock.h>

#include "generate/typescript/enum_file.h"

namespace ddltrail::typescript {
namespace {

using ::testing::HasSubstr;

std::string rendered(std::size_t length) {
  EnumType type;
  type.schema_name = "public";
  type.enum_name = std::string(length, 'a');
  Imports imports("public/enums/" + type.enum_name);
  return render_enum(type, imports);
}

TEST(EnumFile, BreaksTheTypeWithoutLabelsAsPrettierDoes) {
  EXPECT_THAT(rendered(27), HasSubstr("aa = string & { readonly none: never };\n"));
  EXPECT_THAT(rendered(55), HasSubstr("aa = string & {\n  readonly none: never;\n};\n"));
  EXPECT_THAT(rendered(56), HasSubstr("aa =\n  string & { readonly none: never };\n"));
}

}  // namespace
}  // namespace ddltrail::typescript
