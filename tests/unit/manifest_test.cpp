#include "emit/manifest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ddltrail {
namespace {

using ::testing::IsEmpty;

TEST(Manifest, IsReadAsItWasWritten) {
  const std::vector<std::string> paths{"database.ts", "public/tables/users.ts"};
  EXPECT_EQ(read_manifest(write_manifest(paths)), paths);
  EXPECT_THAT(read_manifest(write_manifest({})), IsEmpty());
}

TEST(Manifest, IsNothingWhereTheTextIsNone) {
  for (const char* text :
       {"", "junk", "[]", "{}", R"({"ddltrail_manifest": 1})",
        R"({"ddltrail_manifest": 1, "files": 3})", R"({"ddltrail_manifest": 99, "files": ["a"]})"})
    EXPECT_THAT(read_manifest(text), IsEmpty()) << text;
}

}  // namespace
}  // namespace ddltrail
