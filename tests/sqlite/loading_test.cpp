// How the extension comes into a connection: loaded into one, or into every one of a process; by
// the C API, by SQL, and in the program that the documentation shows.
#include <cstdlib>
#include <stdexcept>

#include "fixture.h"
#include "process.h"

namespace ddltrail::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using LoadingTest = LogTest;

/// In a process of its own: whether `body` returned true.
template <typename Body>
bool succeeds_in_a_process(Body body) {
  return ended_well(start_process([&] {
    if (!body()) throw std::runtime_error("failed");
  }));
}

/// Opens a connection without asking for the extension, and changes the schema.
bool change_plainly(const std::string& path, const std::string& sql) {
  sqlite3* db = nullptr;
  const bool worked = sqlite3_open(path.c_str(), &db) == SQLITE_OK &&
                      sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
  sqlite3_close(db);
  return worked;
}

TEST_F(LoadingTest, AutoEntryPointCoversEveryLaterConnection) {
  EXPECT_TRUE(succeeds_in_a_process([&] {
    {
      Connection first(":memory:", Extension::kNone);
      sqlite3_enable_load_extension(first.handle(), 1);
      first.run("SELECT load_extension('" DDLTRAIL_EXTENSION "', 'sqlite3_ddltrail_auto_init')");
    }
    return change_plainly(path, "CREATE TABLE t (a)") &&
           change_plainly(path, "ALTER TABLE t RENAME COLUMN a TO b");
  }));
  EXPECT_THAT(db.trail(), ElementsAre("create table t [create]", "alter table t [rename_column]"));
}

TEST_F(LoadingTest, AutoEntryPointLeavesNewFilesAsTheyAre) {
  const auto fresh = directory.file("fresh.db");
  EXPECT_TRUE(succeeds_in_a_process([&] {
    Connection first(":memory:", Extension::kNone);
    sqlite3_enable_load_extension(first.handle(), 1);
    first.run("SELECT load_extension('" DDLTRAIL_EXTENSION "', 'sqlite3_ddltrail_auto_init')");
    return change_plainly(fresh,
                          "PRAGMA encoding = 'UTF-16le'; PRAGMA page_size = 8192;"
                          "CREATE TABLE t (a)");
  }));
  Connection plain(fresh, Extension::kNone);
  EXPECT_EQ(plain.value("SELECT group_concat(name) FROM sqlite_schema"), "t");
  EXPECT_EQ(plain.value("PRAGMA encoding"), "UTF-16le");
  EXPECT_EQ(plain.value("PRAGMA page_size"), "8192");
}

TEST_F(LoadingTest, ExampleOfTheDocumentationWorks) {
  const auto shop = directory.file("shop.db");
  EXPECT_EQ(std::system((DDLTRAIL_EXAMPLE " " DDLTRAIL_EXTENSION " " + shop).c_str()), 0);
  EXPECT_THAT(Connection(shop).trail(), ElementsAre("create table customers [create]"));
}

TEST_F(LoadingTest, ShellLoadsIt) {
#ifdef DDLTRAIL_SANITIZED
  GTEST_SKIP() << "the shell is not built with ASan";
#endif
  const auto command = "sqlite3 " + path + " '.load " DDLTRAIL_EXTENSION "' 'CREATE TABLE t (a)'";
  EXPECT_EQ(std::system(command.c_str()), 0);
  EXPECT_THAT(db.trail(), ElementsAre("create table t [create]"));
}

}  // namespace
}  // namespace ddltrail::test
