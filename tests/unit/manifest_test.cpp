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

/// What stands behind "files": .
std::string files_in(const std::string& manifest) {
  const auto begin = manifest.find("[");
  return manifest.substr(begin, manifest.rfind(']') + 1 - begin);
}

TEST(Manifest, HasItsFilesOnOneLineWhereTheyFit) {
  const std::string long_name(30, 'x');
  EXPECT_EQ(files_in(write_manifest({})), "[]");
  EXPECT_EQ(files_in(write_manifest({"a.ts"})), R"(["a.ts"])");
  EXPECT_EQ(files_in(write_manifest({long_name, long_name})),
            "[\"" + long_name + "\", \"" + long_name + "\"]");
  EXPECT_EQ(files_in(write_manifest({long_name, long_name + "x"})).find('\n'), std::string::npos);
  EXPECT_EQ(files_in(write_manifest({long_name, long_name + "xx"})),
            "[\n    \"" + long_name + "\",\n    \"" + long_name + "xx\"\n  ]");
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
