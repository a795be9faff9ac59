#include "emit/manifest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace ddltrail {
namespace {

const std::map<std::string, ManifestEntry> kFiles{{"a.ts", {"1", "2"}}, {"s/b.ts", {"3", "4"}}};

TEST(Manifest, IsJson) {
  const auto json = nlohmann::json::parse(write_manifest(kFiles));
  EXPECT_EQ(json["files"]["s/b.ts"][1], "4");
  EXPECT_EQ(nlohmann::json::parse(write_manifest({}))["files"].size(), 0u);
}

TEST(Manifest, EditedEqualsWritten) {
  auto files = kFiles;
  const auto edit = [&](const std::string& path, std::optional<ManifestEntry> entry) {
    const std::string before = write_manifest(files);
    entry ? files[path] = *entry : (files.erase(path), ManifestEntry{});
    EXPECT_EQ(edit_manifest(before, {{path, entry}}), write_manifest(files)) << path;
  };
  edit("a.ts", ManifestEntry{"9", "9"});
  edit("0.ts", ManifestEntry{"5", "6"});
  edit("z.ts", ManifestEntry{"7", "8"});
  edit("m.ts", ManifestEntry{"7", "8"});
  for (const char* path : {"missing.ts", "0.ts", "z.ts", "a.ts", "m.ts", "s/b.ts"})
    edit(path, std::nullopt);
  edit("again.ts", ManifestEntry{"1", "1"});
}

TEST(Manifest, RefusesTextThatIsNotOne) {
  EXPECT_EQ(edit_manifest("", {}), std::nullopt);
  EXPECT_EQ(edit_manifest("{}", {}), std::nullopt);
  EXPECT_EQ(edit_manifest(write_manifest(kFiles).substr(0, 90), {}), std::nullopt);
}

TEST(Manifest, ListsItsPaths) {
  EXPECT_THAT(manifest_paths(write_manifest(kFiles)), ::testing::ElementsAre("a.ts", "s/b.ts"));
  EXPECT_TRUE(manifest_paths("junk").empty());
}

}  // namespace
}  // namespace ddltrail
