#include "emit/regenerate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_source.h"
#include "generate/typescript/typescript_target.h"
#include "memory_files.h"
#include "temporary_folder.h"

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
    RegenerateOptions options{"out", "signature", "", is_dry ? "" : "mark", selection};
    const Outcome outcome = regenerate(source, *target, *state, files, options);
    EXPECT_FALSE(files.read("mark"));
    std::erase(files.written, "mark");
    std::erase(files.removed, "mark");
    return outcome;
  }

  /// users becomes the other table.
  void rename_users(std::int64_t id, const Object& other) {
    Change rename = change(id, "rename", "table", key_of(other).name, other);
    rename.previous_name = "users";
    source.schema[1] = other;
    log({rename});
  }

  void log(std::vector<Change> changes) {
    source.changes = std::move(changes);
    source.bookmark += "+";
  }

  /// What a full run in an empty folder writes.
  std::map<std::string, std::string> clean_tree() {
    MemoryFiles clean;
    State fresh(State::kInMemory);
    regenerate(source, *target, fresh, clean,
               {"out", "signature", "to compare", "mark", selection});
    return tree(clean);
  }

  static std::map<std::string, std::string> tree(const MemoryFiles& files) {
    std::map<std::string, std::string> contents;
    for (const auto& [path, file] : files.files) contents[path] = file.content;
    return contents;
  }

  FakeSource source;
  Selection selection;
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

TEST_F(Regenerate, BrandsFollowWholesThroughAnyNumberOfParts) {
  target = typescript::make_target({.has_brands = true});
  source.schema = {part("a", ""), part("b", "a"), part("c", "b"), part("d", "c")};
  run();
  source.schema[1] = part("b", "");
  log({change(1, "alter", "table", "b", source.schema[1])});
  run();
  EXPECT_EQ(tree(files), clean_tree());
  EXPECT_THAT(files.written,
              UnorderedElementsAre("out/public/tables/b.ts", "out/public/tables/c.ts",
                                   "out/public/tables/d.ts"));
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
  EXPECT_THAT(files.written, ElementsAre("out/public/tables/users.ts"));
  EXPECT_EQ(tree(files), clean_tree());
}

TEST_F(Regenerate, RenameMovesTheFile) {
  run();
  rename_users(1, table("people", {"id", "name"}));
  run();
  EXPECT_THAT(files.removed, ElementsAre("out/public/tables/users.ts"));
  EXPECT_THAT(files.written, Contains("out/database.ts"));
  EXPECT_EQ(tree(files), clean_tree());
}

TEST_F(Regenerate, TableThatIsLeftOutAppearsWhenARenameSelectsIt) {
  selection = Selection({}, {"*.users"});
  run();
  EXPECT_EQ(files.files.count("out/public/tables/users.ts"), 0u);
  source.schema[1] = table("users", {"id", "email"});
  log({change(1, "alter", "table", "users", source.schema[1])});
  run();
  EXPECT_THAT(files.written, IsEmpty());
  rename_users(2, table("people", {"id", "email"}));
  run();
  EXPECT_THAT(files.written, Contains("out/public/tables/people.ts"));
  EXPECT_EQ(tree(files), clean_tree());
}

TEST_F(Regenerate, TableGoesWhenARenameLeavesItOut) {
  selection = Selection({}, {"*.people"});
  run();
  rename_users(1, table("people", {"id", "name"}));
  run();
  EXPECT_THAT(files.removed, ElementsAre("out/public/tables/users.ts"));
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

TEST_F(Regenerate, FailedWriteHarmsNothingAndTheNextRunHeals) {
  run();
  const auto before = tree(files);
  source.schema[1] = table("users", {"id", "email"});
  log({change(1, "alter", "table", "users", source.schema[1])});
  files.fails_at = "out/public/tables/users.ts";
  EXPECT_THROW(run(), Error);
  EXPECT_EQ(files.read("out/public/tables/users.ts"), before.at("out/public/tables/users.ts"));
  files.fails_at.clear();
  run();
  EXPECT_EQ(tree(files), clean_tree());
}

TEST_F(Regenerate, FileOfAKilledRunGoesWithItsObject) {
  run();
  source.schema.push_back(table("orphan", {"id"}));
  log({change(1, "create", "table", "orphan", source.schema.back())});
  files.fails_at = "out/database.ts";  // the run ends after the new table's file is in place
  EXPECT_THROW(run(), Error);
  ASSERT_TRUE(files.read("out/public/tables/orphan.ts"));
  files.fails_at.clear();
  source.schema.pop_back();
  log({change(1, "create", "table", "orphan", table("orphan", {"id"})),
       change(2, "drop", "table", "orphan", std::nullopt)});
  run();
  EXPECT_EQ(tree(files), clean_tree());
}

TEST_F(Regenerate, DamagedStateIsMadeAnew) {
  TemporaryFolder folder;
  state = std::make_unique<State>(folder.file("state.db"));
  run();
  state.reset();
  sqlite::Connection(folder.file("state.db"), sqlite::OpenMode::kReadWrite)
      .execute("DROP TABLE object");
  state = std::make_unique<State>(folder.file("state.db"));
  source.schema[1] = table("users", {"id", "email"});
  log({change(1, "alter", "table", "users", source.schema[1])});
  EXPECT_NE(run().why_everything, "");
  EXPECT_EQ(tree(files), clean_tree());
  EXPECT_EQ(run().why_everything, "");
}

TEST_F(Regenerate, FilesOfANestedProjectAreNotTouched) {
  files.replace("out/other/ddltrail.manifest.json", "{}");
  files.replace("out/other/a.ts", "// Generated by ddltrail\n");
  files.replace("out/stray.ts", "// Generated by ddltrail\n");
  run();
  EXPECT_TRUE(files.read("out/other/a.ts"));
  EXPECT_FALSE(files.read("out/stray.ts"));
}

TEST_F(Regenerate, DryRunTellsAndWritesNothing) {
  const Outcome outcome = run(true);
  EXPECT_THAT(files.written, IsEmpty());
  EXPECT_GT(outcome.files.size(), 0u);
}

TEST_F(Regenerate, DryRunTellsOfADeletedFileOnce) {
  run();
  source.schema.pop_back();
  state = std::make_unique<State>(State::kInMemory);
  EXPECT_EQ(run(true).files.size(), 3u);  // users.ts, database.ts, the manifest
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
  RegenerateOptions options{"out", "other", "", "mark"};
  EXPECT_NE(regenerate(source, *target, *state, files, options).why_everything, "");
}

TEST_F(Regenerate, AttributeOfACompositeTypeRewritesTheRoutinesThatReturnIt) {
  CompositeType address{"public", "address", Json::array({{{"name", "a"}, {"data_type", "text"}}}),
                        "somebody", std::nullopt};
  RoutineSignature find;
  find.schema_name = "public";
  find.routine_name = "find";
  find.kind = "function";
  find.result = "public.address";
  source.schema.insert(source.schema.end(), {address, find});
  run();
  address.attributes.push_back({{"name", "b"}, {"data_type", "text"}});
  source.schema[2] = address;
  log({change(1, "alter", "composite type", "address", address)});
  run();
  EXPECT_THAT(files.written, ElementsAre("out/public/routines.ts"));
  EXPECT_EQ(tree(files), clean_tree());
}

TEST_F(Regenerate, TableThatBecomesAPartitionKeepsItsFilesUnlessTheseAreFolded) {
  const std::string path = "out/public/tables/users_2026.ts";
  for (const bool folds : {false, true}) {
    if (folds) selection.fold_partitions();
    Object partition = table("users_2026", {"id"});
    source.schema = {partition};
    state = std::make_unique<State>(State::kInMemory);
    run();
    std::get<TableObject>(partition).table.is_partition = true;
    source.schema = {partition};
    log({change(1, "alter", "table", "users_2026", partition)});
    run();
    EXPECT_EQ(files.files.count(path), folds ? 0u : 1u);
    EXPECT_EQ(tree(files), clean_tree());
  }
}

TEST_F(Regenerate, FileOfRoutinesStaysAsLongAsThereIsOne) {
  const auto routine = [](const std::string& name) {
    return RoutineSignature{"public", name, "", "function", "", "integer", std::nullopt};
  };
  source.schema.insert(source.schema.end(), {routine("f"), routine("g")});
  run();
  source.schema.pop_back();
  log({change(1, "drop", "function", "g", std::nullopt)});
  run();
  EXPECT_THAT(files.written, UnorderedElementsAre("out/public/routines.ts"));
  EXPECT_THAT(files.removed, IsEmpty());
  EXPECT_EQ(tree(files), clean_tree());
  source.schema.pop_back();
  log({change(2, "drop", "function", "f", std::nullopt)});
  run();
  EXPECT_THAT(files.removed, UnorderedElementsAre("out/public/routines.ts", "out/call.ts"));
  EXPECT_EQ(tree(files), clean_tree());
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
