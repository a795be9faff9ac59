#include "emit/regenerate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_source.h"
#include "generate/typescript/typescript_target.h"
#include "memory_files.h"

namespace ddltrail {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

class Regenerate : public ::testing::Test {
 protected:
  Regenerate() { source.schema = {table("orders", {"id"}), table("users", {"id", "name"})}; }

  Outcome run(bool is_dry = false) {
    files.forget_calls();
    RegenerateOptions options{"out", "signature", "", is_dry};
    return regenerate(source, *target, *state, files, options);
  }

  void log(std::vector<Change> changes) {
    source.changes = std::move(changes);
    source.bookmark += "+";
  }

  /// What a full run in an empty folder writes.
  std::map<std::string, std::string> clean_tree() {
    MemoryFiles clean;
    State fresh(State::kInMemory);
    regenerate(source, *target, fresh, clean, {"out", "signature", "to compare", false});
    return tree(clean);
  }

  static std::map<std::string, std::string> tree(const MemoryFiles& files) {
    std::map<std::string, std::string> contents;
    for (const auto& [path, file] : files.files) contents[path] = file.content;
    return contents;
  }

  FakeSource source;
  std::unique_ptr<Target> target = typescript::make_target({});
  std::unique_ptr<State> state = std::make_unique<State>(State::kInMemory);
  MemoryFiles files;
};

TEST_F(Regenerate, FirstRunWritesEverything) {
  const Outcome outcome = run();
  EXPECT_EQ(outcome.why_everything, "first generation");
  EXPECT_EQ(files.files.count("out/public/tables/users.ts"), 1u);
  EXPECT_EQ(files.files.count("out/ddltrail.manifest.json"), 1u);
}

TEST_F(Regenerate, SecondRunTouchesNothing) {
  run();
  const Outcome outcome = run();
  EXPECT_THAT(files.written, IsEmpty());
  EXPECT_EQ(outcome.files.size(), 0u);
  EXPECT_EQ(source.full_reads, 1);
}

TEST_F(Regenerate, ColumnRewritesItsTableOnly) {
  run();
  source.schema[1] = table("users", {"id", "email"});
  log({change(1, "alter", "table", "users", source.schema[1])});
  run();
  EXPECT_THAT(files.written,
              ElementsAre("out/public/tables/users.ts", "out/ddltrail.manifest.json"));
  EXPECT_EQ(tree(files), clean_tree());
}

TEST_F(Regenerate, RenameMovesTheFile) {
  run();
  Change rename = change(1, "rename", "table", "people", table("people", {"id", "name"}));
  rename.previous_name = "users";
  source.schema[1] = table("people", {"id", "name"});
  log({rename});
  run();
  EXPECT_THAT(files.removed, ElementsAre("out/public/tables/users.ts"));
  EXPECT_THAT(files.written, Contains("out/database.ts"));
  EXPECT_EQ(tree(files), clean_tree());
}

TEST_F(Regenerate, DeletedFileComesBack) {
  run();
  files.remove("out/public/tables/users.ts");
  source.changes.clear();
  run();
  EXPECT_THAT(files.written, ElementsAre("out/public/tables/users.ts"));
  EXPECT_EQ(tree(files), clean_tree());
}

TEST_F(Regenerate, FailedWriteLeavesTheStateBehindSoThatTheNextRunHeals) {
  run();
  source.schema[1] = table("users", {"id", "email"});
  log({change(1, "alter", "table", "users", source.schema[1])});
  files.fails_at = "out/public/tables/users.ts";
  const auto before = tree(files);
  EXPECT_THROW(run(), Error);
  EXPECT_EQ(tree(files), before);
  files.fails_at.clear();
  run();
  EXPECT_EQ(source.full_reads, 1);
  EXPECT_EQ(tree(files), clean_tree());
}

TEST_F(Regenerate, DryRunTellsAndWritesNothing) {
  const Outcome outcome = run(true);
  EXPECT_THAT(files.written, IsEmpty());
  EXPECT_GT(outcome.files.size(), 0u);
}

TEST_F(Regenerate, RefusesToOverwriteSomebodyElsesFile) {
  files.replace("out/database.ts", "export const mine = 1;\n");
  EXPECT_THROW(run(), Error);
  EXPECT_EQ(files.read("out/database.ts"), "export const mine = 1;\n");
}

TEST_F(Regenerate, NeverDeletesWhatItDidNotWrite) {
  run();
  files.files["out/public/tables/users.ts"].content = "// now mine\n";
  source.schema.pop_back();
  log({change(1, "drop", "table", "users", std::nullopt)});
  run();
  EXPECT_EQ(files.read("out/public/tables/users.ts"), "// now mine\n");
}

TEST_F(Regenerate, OtherSignatureReadsEverything) {
  run();
  RegenerateOptions options{"out", "other", "", false};
  EXPECT_NE(regenerate(source, *target, *state, files, options).why_everything, "");
}

TEST_F(Regenerate, PartitionHasNoFile) {
  Object partition = table("users_2026", {"id"});
  std::get<TableObject>(partition).table.is_partition = true;
  source.schema.push_back(partition);
  run();
  EXPECT_EQ(files.files.count("out/public/tables/users_2026.ts"), 0u);
}

TEST_F(Regenerate, FullRunDeletesFilesOfAnOlderManifest) {
  run();
  state = std::make_unique<State>(State::kInMemory);  // the state is lost
  source.schema.pop_back();
  run();
  EXPECT_THAT(files.removed, ElementsAre("out/public/tables/users.ts"));
  EXPECT_EQ(tree(files), clean_tree());
}

}  // namespace
}  // namespace ddltrail
