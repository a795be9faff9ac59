#include <gtest/gtest.h>

#include "base/error.h"
#include "generate/custom/output_path.h"

namespace ddltrail::custom {
namespace {

TEST(OutputPath, PutsInWhatItIsOf) {
  const OutputPath path("{{schema}}/forms/{{name}}.ts", "template x");
  EXPECT_EQ(path.with({{"schema", "main"}, {"name", "users"}}), "main/forms/users.ts");
  EXPECT_TRUE(path.has("name"));
  EXPECT_FALSE(path.has("path"));
}

TEST(OutputPath, KnowsNoOtherPlaceholders) {
  for (const char* pattern : {"{{table}}.ts", "{{name", "{{name}.ts", "{{ name }}.ts"})
    EXPECT_THROW(OutputPath(pattern, "x").with({{"name", "a"}}), Error) << pattern;
}

TEST(OutputPath, StaysBelowTheFolder) {
  for (const char* path : {"a.ts", "a/b.ts", "a..b/c", "...", ".hidden/a"})
    EXPECT_EQ(confined(path, "x"), path);
  for (const char* path : {"", "/a.ts", "../a.ts", "a/../b.ts", "a/", "a//b", "./a", "a\\b", "a\nb",
                           ".git/config", "ddltrail.manifest.json", ".."})
    EXPECT_THROW(confined(path, "x"), Error) << path;
}

}  // namespace
}  // namespace ddltrail::custom
