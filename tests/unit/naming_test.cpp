#include "generate/naming.h"

#include <gtest/gtest.h>

namespace ddltrail {
namespace {

TEST(FileStem, KeepsPlainNames) { EXPECT_EQ(file_stem("order_items2"), "order_items2"); }

TEST(FileStem, TellsNamesApartThatDifferInCaseOnly) {
  EXPECT_NE(file_stem("Users"), file_stem("users"));
  EXPECT_TRUE(file_stem("Users").starts_with("users-"));
}

TEST(FileStem, CannotLeaveTheFolder) {
  for (const char* name : {"../x", "a/b", "..", ".", "", "nul", "com1", "a\nb", "\xff"}) {
    const std::string stem = file_stem(name);
    EXPECT_EQ(stem.find_first_of("/.\n\\"), std::string::npos) << stem;
    EXPECT_NE(stem.find('-'), std::string::npos) << stem;
  }
}

TEST(FileStem, IsNeverLongerThanFileSystemsAllow) {
  EXPECT_LT(file_stem(std::string(5000, 'a')).size(), 120u);
}

TEST(PascalCase, JoinsWords) {
  EXPECT_EQ(pascal_case("order_items"), "OrderItems");
  EXPECT_EQ(pascal_case("UserAccount"), "UserAccount");
  EXPECT_EQ(pascal_case("a-b c"), "ABC");
}

TEST(PascalCase, AlwaysBeginsWithALetterAndTellsOddNamesApart) {
  EXPECT_EQ(pascal_case("表").substr(0, 2), "T_");
  EXPECT_NE(pascal_case("表"), pascal_case("名"));
  EXPECT_TRUE(pascal_case("1table").starts_with("Table_"));
}

TEST(CamelCase, BeginsInLowerCase) { EXPECT_EQ(camel_case("order_status"), "orderStatus"); }

}  // namespace
}  // namespace ddltrail
