// Databases that cannot be written, or not now: they are read, and a log that cannot be caught up
// says which one, why, and what to do.
#include <unistd.h>

#include <filesystem>

#include "fixture.h"

namespace ddltrail::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;

/// What a read-only file can be asked.
void expect_readable(Connection& db) {
  EXPECT_EQ(db.value("SELECT group_concat(table_name) FROM ddltrail_tables"), "t,theirs");
  EXPECT_EQ(db.value("SELECT group_concat(column_name) FROM ddltrail_columns"), "a,b");
  EXPECT_THAT(db.value("SELECT ddltrail_current_cursor()"), HasSubstr("1/"));
  EXPECT_EQ(db.value("SELECT count(*) FROM ddltrail_changes_since(NULL)"), "1");
  EXPECT_EQ(db.value("SELECT count(*) FROM ddltrail_log_state"), "1");
}

/// While it lives, files are opened as somebody who is not root.
class AnotherUser {
 public:
  AnotherUser() : was_(geteuid()) {
    if (was_ == 0 && seteuid(65534) != 0) throw std::runtime_error("seteuid failed");
  }
  ~AnotherUser() {
    if (seteuid(was_) != 0) std::abort();
  }

 private:
  uid_t was_;
};

class AccessTest : public LogTest {
 protected:
  AccessTest() { db.run("CREATE TABLE t (a)"); }
  void make_behind() { Connection(path, Extension::kNone).run("CREATE TABLE theirs (b)"); }
  void set_permissions(const std::string& name, unsigned mode) {
    std::filesystem::permissions(name, static_cast<std::filesystem::perms>(mode));
  }
  std::string error_of_capture(Connection& connection) {
    return connection.try_run("SELECT ddltrail_capture()");
  }
};

TEST_F(AccessTest, ReadOnlyConnectionIsReadAndCaptureSaysWhy) {
  make_behind();
  Connection reader(path, Extension::kLoaded, SQLITE_OPEN_READONLY);
  expect_readable(reader);
  EXPECT_THAT(error_of_capture(reader),
              AllOf(HasSubstr("\"main\""), HasSubstr(path), HasSubstr("read-only"),
                    HasSubstr("a connection that can write")));
}

TEST_F(AccessTest, ImmutableFileIsReadAndCaptureSaysWhy) {
  make_behind();
  Connection reader("file:" + path + "?immutable=1");
  expect_readable(reader);
  EXPECT_THAT(error_of_capture(reader),
              AllOf(HasSubstr(path), HasSubstr("a connection that can write")));
}

TEST_F(AccessTest, AttachedFileIsNamed) {
  make_behind();
  Connection reader(":memory:");
  reader.run("ATTACH 'file:" + path + "?mode=ro' AS \"my shop\"");
  EXPECT_THAT(reader.try_run("SELECT ddltrail_capture('my shop')"),
              AllOf(HasSubstr("\"my shop\""), HasSubstr(path), HasSubstr("read-only")));
}

TEST_F(AccessTest, LockedDatabaseIsReadAndCaptureSaysWhy) {
  make_behind();
  Connection writer(path, Extension::kNone);
  writer.run("BEGIN IMMEDIATE");
  Connection reader(path, Extension::kNone);
  sqlite3_busy_timeout(reader.handle(), 0);
  reader.load_extension();
  expect_readable(reader);
  EXPECT_THAT(error_of_capture(reader), AllOf(HasSubstr(path), HasSubstr("database is locked"),
                                              HasSubstr("when it is done")));
  writer.run("COMMIT");
  EXPECT_EQ(reader.value("SELECT ddltrail_capture()"), "1");
}

TEST_F(AccessTest, DirectoryThatCannotBeWrittenIsReadAndCaptureSaysWhy) {
  make_behind();
  set_permissions(path, 0666);
  set_permissions(directory.file(""), 0555);
  Connection reader(path, Extension::kNone);
  {
    // The journal is a new file in the directory.
    const AnotherUser somebody;
    reader.load_extension();
    expect_readable(reader);
    EXPECT_THAT(error_of_capture(reader), AllOf(HasSubstr(path), HasSubstr("directory")));
    EXPECT_THAT(reader.try_run("CREATE TABLE u (a)"), testing::Not(""));
  }
  set_permissions(directory.file(""), 0755);
}

TEST_F(AccessTest, FileThatCannotBeWrittenIsReadAndCaptureSaysWhy) {
  make_behind();
  set_permissions(path, 0444);
  set_permissions(directory.file(""), 0555);
  {
    const AnotherUser somebody;
    Connection reader(path);
    expect_readable(reader);
    EXPECT_THAT(error_of_capture(reader), AllOf(HasSubstr(path), HasSubstr("read-only")));
  }
  set_permissions(directory.file(""), 0755);
}

TEST_F(AccessTest, WalWithoutSharedMemoryIsLogged) {
  db.run("PRAGMA locking_mode = exclusive; PRAGMA journal_mode = wal; CREATE TABLE u (a)");
  EXPECT_FALSE(std::filesystem::exists(path + "-shm"));
  EXPECT_EQ(db.trail().size(), 2U);
}

TEST_F(AccessTest, WalThatCannotBeWrittenIsReadAndCaptureSaysWhy) {
  db.run("PRAGMA journal_mode = wal");
  Connection stranger(path, Extension::kNone);
  stranger.run("CREATE TABLE theirs (b)");
  set_permissions(path, 0444);
  set_permissions(path + "-shm", 0444);
  set_permissions(path + "-wal", 0444);
  set_permissions(directory.file(""), 0555);
  {
    const AnotherUser somebody;
    Connection reader(path);
    expect_readable(reader);
    EXPECT_THAT(error_of_capture(reader), AllOf(HasSubstr(path), HasSubstr("read-only")));
  }
  set_permissions(directory.file(""), 0755);
}

TEST(MemoryTest, DatabaseInMemoryIsLogged) {
  Connection db(":memory:");
  db.install();
  db.run("CREATE TABLE t (a); ALTER TABLE t ADD COLUMN b");
  EXPECT_EQ(db.trail().size(), 2U);
  EXPECT_EQ(difference(db), "");
  EXPECT_EQ(db.value("SELECT ddltrail_capture()"), "0");
}

TEST(MemoryTest, RowsOfTheSchemaAreForTheExtensionAlone) {
  Connection db(":memory:");
  EXPECT_EQ(db.try_run("SELECT ddltrail_schema_row(1, 2, 3, 4, 5, 6, 7)"),
            "ddltrail: ddltrail_schema_row() is for the extension alone");
}

TEST(MemoryTest, DatabaseWithoutALogSaysWhatToDo) {
  Connection db(":memory:");
  EXPECT_THAT(db.try_run("SELECT ddltrail_capture()"),
              AllOf(HasSubstr("\"main\""), HasSubstr("SELECT ddltrail_install()")));
  db.run("ATTACH ':memory:' AS it");
  EXPECT_THAT(db.try_run("SELECT ddltrail_capture('it')"),
              AllOf(HasSubstr("\"it\""), HasSubstr("SELECT ddltrail_install('it')")));
}

}  // namespace
}  // namespace ddltrail::test
