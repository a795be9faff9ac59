// Each layout reads what it writes.
#include <gmock/gmock.h>

#include "base/error.h"
#include "memory_files.h"
#include "migrate/layout.h"

namespace ddltrail::migrate {
namespace {

const Dialect& sqlite() { return dialect_of(Engine::kSqlite); }

Script script_of(const std::string& text) { return read_script(text, {}, sqlite()); }

void put(MemoryFiles& files, const std::vector<TextFile>& texts) { write_new(files, "m", texts); }

TEST(MigrationLayout, PlainFilesArePairsInTheOrderOfTheirVersions) {
  MemoryFiles files;
  files.files["m/10_b.up.sql"] = {"SELECT 2;", 1};
  files.files["m/9_a.up.sql"] = {"SELECT 1;", 1};
  files.files["m/9_a.down.sql"] = {"SELECT 0;", 1};
  files.files["m/notes.txt"] = {"", 1};
  const auto migrations = make_layout("plain")->read(files, "m", sqlite());
  ASSERT_EQ(migrations.size(), 2u);
  EXPECT_EQ(migrations[0].title(), "9_a");
  EXPECT_TRUE(migrations[0].down);
  EXPECT_EQ(migrations[1].title(), "10_b");
  EXPECT_FALSE(migrations[1].down);
}

TEST(MigrationLayout, TwoOfOneVersionAndAWayBackAloneAreRefused) {
  MemoryFiles files;
  files.files["m/1_a.up.sql"] = {"", 1};
  files.files["m/01_b.up.sql"] = {"", 1};
  EXPECT_THROW(make_layout("plain")->read(files, "m", sqlite()), Error);
  files.files = {{"m/1_a.down.sql", {"", 1}}};
  EXPECT_THROW(make_layout("plain")->read(files, "m", sqlite()), Error);
}

TEST(MigrationLayout, WritesAllFilesOrNone) {
  MemoryFiles files;
  files.fails_at = "m/2.sql";
  EXPECT_THROW(put(files, {{"1.sql", "a"}, {"2.sql", "b"}}), Error);
  EXPECT_TRUE(files.files.empty());
}

TEST(MigrationLayout, WritesOverNoFile) {
  MemoryFiles files;
  files.files["m/2.sql"] = {"mine", 1};
  EXPECT_THROW(put(files, {{"1.sql", "a"}, {"2.sql", "b"}}), Error);
  EXPECT_TRUE(files.written.empty());
}

class EachLayout : public testing::TestWithParam<std::string> {};

TEST_P(EachLayout, ReadsWhatItWrites) {
  Migration first{"20261121093000", "add_profile",
                  script_of("CREATE TABLE t (a TEXT DEFAULT 'it''s `${x}` \\n; --');\n"
                            "CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; SELECT 2; END;"),
                  script_of("DROP TABLE t;")};
  Migration second{"20261121093001", "more", script_of("SELECT 1;"),
                   script_of("-- cannot be undone: table t: its rows are gone\nSELECT 2;")};
  MemoryFiles files;
  const auto layout = make_layout(GetParam());
  for (const Migration& migration : {first, second})
    for (const TextFile& file : layout->write(files, "m", migration, sqlite()))
      files.replace("m/" + file.path, file.content);
  const auto read = layout->read(files, "m", sqlite());
  ASSERT_EQ(read.size(), 2u);
  for (const auto& [migration, again] : {std::pair(first, read[0]), std::pair(second, read[1])}) {
    EXPECT_EQ(again.version, migration.version);
    EXPECT_EQ(again.name, migration.name);
    EXPECT_EQ(again.up.checksum(), migration.up.checksum());
    ASSERT_TRUE(again.down);
    EXPECT_EQ(again.down->checksum(), migration.down->checksum());
    EXPECT_EQ(again.down->lost, migration.down->lost);
  }
}

TEST_P(EachLayout, ReadsThatForeignKeysAreOff) {
  const Migration migration{
      "20261121093000", "anew", script_of("-- ddltrail: foreign-keys-off\nDROP TABLE t;"), {}};
  MemoryFiles files;
  const auto layout = make_layout(GetParam());
  put(files, layout->write(files, "m", migration, sqlite()));
  const auto read = layout->read(files, "m", sqlite());
  ASSERT_EQ(read.size(), 1u);
  EXPECT_TRUE(read[0].up.has_foreign_keys_off);
  EXPECT_TRUE(read[0].up.is_one_transaction());
  EXPECT_EQ(read[0].up.sections.back().statements.back().sql, "DROP TABLE t");
}

TEST_P(EachLayout, ReadsSectionsThatAreTransactions) {
  if (const std::string& name = GetParam();
      name == "golang-migrate" || name == "dbmate" || name == "kysely")
    return;  // they hold no such script
  const Dialect& postgres = dialect_of(Engine::kPostgres);
  const Script script = read_script(
      "CREATE TABLE t (a int);\n-- ddltrail: no-transaction\nVACUUM t;\n-- ddltrail: transaction\n"
      "DROP TABLE u;",
      {}, postgres);
  MemoryFiles files;
  const auto layout = make_layout(GetParam());
  put(files, layout->write(files, "m", {"20261121093000", "parts", script, {}}, postgres));
  const auto read = layout->read(files, "m", postgres);
  ASSERT_EQ(read.size(), 1u);
  EXPECT_EQ(read[0].up.checksum(), script.checksum());
}

INSTANTIATE_TEST_SUITE_P(MigrationLayout, EachLayout, testing::ValuesIn(layout_names()),
                         [](const auto& info) {
                           std::string name = info.param;
                           std::erase(name, '-');
                           return name;
                         });

}  // namespace
}  // namespace ddltrail::migrate
