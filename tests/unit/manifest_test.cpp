#include "emit/manifest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ddltrail {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Manifest, IsReadAsItWasWritten) {
  const std::vector<std::string> paths{"database.ts", "public/tables/users.ts"};
  EXPECT_EQ(read_manifest(write_manifest(paths)), paths);
  EXPECT_THAT(read_manifest(write_manifest({})), IsEmpty());
}

TEST(Manifest, IsNothingWhereTheTextIsNone) {
  for (const char* text :
       {"", "junk", "[]", "{}", R"({"ddltrail_manifest": 1})",
        R"({"ddltrail_manifest": 1, "files": 3})", R"({"ddltrail_manifest": "x", "files": ["a"]})",
        R"({"ddltrail_manifest": 99, "files": ["a"]})"})
    EXPECT_THAT(read_manifest(text), IsEmpty()) << text;
}

TEST(Manifest, DoesNotLeadOutOfItsFolder) {
  const std::vector<std::string> paths{"", "..", "../a.ts", "/a.ts", "b.ts", "main/../../a.ts"};
  EXPECT_THAT(read_manifest(write_manifest(paths)), ElementsAre("b.ts"));
}

}  // namespace
}  // namespace ddltrail
