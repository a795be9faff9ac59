// Where the log ends: databases without one, read-only and temporary ones; installing,
// uninstalling, and loading twice.
#include "fixture.h"

namespace ddltrail::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using BoundaryTest = LogTest;

constexpr char kVersion[] = "SELECT ddltrail_version() GLOB '[0-9]*.[0-9]*.[0-9]*'";

TEST(NoLogTest, LoadingWritesNothing) {
  TemporaryDirectory directory;
  const auto path = directory.file("plain.db");
  Connection(path, Extension::kNone).run("CREATE TABLE t (a)");
  Connection db(path);
  const auto version = db.value("PRAGMA schema_version");
  EXPECT_EQ(db.value(kVersion), "1");
  EXPECT_EQ(db.value("SELECT column_name FROM ddltrail_columns"), "a");
  EXPECT_EQ(db.value("SELECT ddltrail_current_cursor()"), "null");
  EXPECT_EQ(db.value("SELECT count(*) FROM ddltrail_log_state"), "0");
  EXPECT_THAT(db.try_run("SELECT ddltrail_capture()"), HasSubstr("no log is installed"));
  EXPECT_THAT(db.try_run("SELECT * FROM ddltrail_changes_since(NULL)"),
              HasSubstr("no log is installed"));
  db.run("CREATE TABLE u (a)");
  EXPECT_EQ(db.value("SELECT count(*) FROM sqlite_schema"), "2");
  EXPECT_EQ(std::stoi(db.value("PRAGMA schema_version")), std::stoi(version) + 1);
}

TEST(NoLogTest, ReadingEveryRelationLeavesTheFileAsItIs) {
  TemporaryDirectory directory;
  const auto path = directory.file("plain.db");
  Connection(path, Extension::kNone)
      .run(
          "CREATE TABLE t (a UNIQUE REFERENCES t (a)); CREATE VIEW v AS SELECT * FROM t;"
          "CREATE VIRTUAL TABLE f USING fts5(x)");
  const auto before = read_file(path);
  Connection db(path);
  for (const auto& [relation, description] : contract()["relations"].items())
    db.rows("SELECT * FROM ddltrail_" + relation);
  EXPECT_EQ(db.value("SELECT count(*) FROM ddltrail_tables"), "3");
  EXPECT_EQ(db.value("SELECT count(*) FROM ddltrail_change_log"), "0");
  EXPECT_TRUE(read_file(path) == before);
  db.install();
  EXPECT_EQ(db.value("SELECT count(*) FROM ddltrail_change_log"), "4");
}

TEST(NoLogTest, BaselineTellsWhatWasThere) {
  TemporaryDirectory directory;
  Connection db(directory.file("old.db"));
  db.run(
      "CREATE TABLE t (a UNIQUE); CREATE VIEW v AS SELECT * FROM t;"
      "CREATE VIRTUAL TABLE f USING fts5(x)");
  db.install();
  EXPECT_EQ(db.value("SELECT group_concat(object_name) FROM ddltrail_change_log"
                     " WHERE action = 'baseline'"),
            "t,f,v,sqlite_autoindex_t_1");
  EXPECT_EQ(difference(db), "");
}

TEST(NoLogTest, RolledBackInstallationLeavesNothing) {
  TemporaryDirectory directory;
  Connection db(directory.file("new.db"));
  db.run("BEGIN; SELECT ddltrail_install(); CREATE TABLE t (a); ROLLBACK");
  EXPECT_EQ(db.value("SELECT count(*) FROM sqlite_schema"), "0");
  db.install();
  db.run("CREATE TABLE t (a)");
  EXPECT_THAT(db.trail(), ElementsAre("create table t [create]"));
}

TEST(NoLogTest, LogInstalledByAnotherConnectionIsUsed) {
  TemporaryDirectory directory;
  const auto path = directory.file("new.db");
  Connection db(path);
  db.value("SELECT count(*) FROM sqlite_schema");
  Connection(path).install();
  db.run("CREATE TABLE t (a)");
  EXPECT_THAT(db.trail(), ElementsAre("create table t [create]"));
}

TEST_F(BoundaryTest, InstallingAgainChangesNothing) {
  const auto id = db.value("SELECT ddltrail_install()");
  db.run("CREATE TABLE t (a)");
  EXPECT_EQ(db.value("SELECT ddltrail_install()"), id);
  EXPECT_EQ(db.value("SELECT log_id FROM ddltrail_log_state"), id);
  EXPECT_THAT(db.trail(), ElementsAre("create table t [create]"));
}

TEST_F(BoundaryTest, LoadingTwiceKeepsOneCapture) {
  db.load_extension();
  db.run("CREATE TABLE t (a)");
  EXPECT_THAT(db.trail(), ElementsAre("create table t [create]"));
}

TEST_F(BoundaryTest, DroppedRowsAreNotTakenForNoChanges) {
  db.run("CREATE TABLE t (a); DROP TABLE ddltrail_change_log");
  EXPECT_THAT(db.try_run("SELECT * FROM ddltrail_changes_since(NULL)"),
              HasSubstr("no such table column: ddltrail_change_log"));
}

TEST_F(BoundaryTest, DroppingTheStateEndsTheLog) {
  db.run("DROP TABLE ddltrail_state; DROP TABLE ddltrail_change_log; CREATE TABLE t (a)");
  EXPECT_EQ(db.value("SELECT group_concat(name) FROM sqlite_schema"), "t");
}

TEST_F(BoundaryTest, ReadOnlyDatabaseIsReadAndCaptureSaysWhy) {
  db.run("CREATE TABLE t (a)");
  Connection reader(path, Extension::kLoaded, SQLITE_OPEN_READONLY);
  EXPECT_EQ(reader.value("SELECT column_name FROM ddltrail_columns"), "a");
  EXPECT_EQ(reader.value("SELECT ddltrail_current_cursor()"),
            db.value("SELECT ddltrail_current_cursor()"));
  EXPECT_THAT(reader.try_run("SELECT ddltrail_capture()"), HasSubstr("read-only"));
}

TEST_F(BoundaryTest, LogOfAnotherContractIsRefused) {
  db.run(
      "UPDATE ddltrail_state SET definition = json_set(definition, '$.contract', 2) WHERE "
      "schema_rowid = 0");
  EXPECT_THAT(db.try_run("CREATE TABLE t (a)"), HasSubstr("the log is of contract 2"));
}

TEST_F(BoundaryTest, TemporaryObjectsNeitherLogNorLock) {
  Connection writer(path, Extension::kNone);
  writer.run("BEGIN IMMEDIATE");
  db.run(
      "CREATE TEMP TABLE t (a); CREATE TEMPORARY VIEW v AS SELECT * FROM t;"
      "CREATE TABLE temp.u (a); DROP TABLE temp.u");
  writer.run("ROLLBACK");
  EXPECT_THAT(db.trail(), IsEmpty());
}

TEST_F(BoundaryTest, TemporaryTableDoesNotHideTheOneItShadows) {
  db.run("CREATE TEMP TABLE t (wrong); CREATE TABLE main.t (a, b)");
  EXPECT_EQ(db.value("SELECT group_concat(column_name) FROM ddltrail_columns"), "a,b");
  EXPECT_EQ(difference(db), "");
}

TEST_F(BoundaryTest, TempStoreDoesNotStopTheLog) {
  db.run(
      "PRAGMA temp_store = memory; CREATE TABLE t (a); PRAGMA temp_store = file;"
      "CREATE TABLE u (a)");
  EXPECT_THAT(db.trail(), ElementsAre("create table t [create]", "create table u [create]"));
}

TEST_F(BoundaryTest, WritersAreOutOfReachOfViews) {
  db.run("CREATE VIEW v AS SELECT ddltrail_capture()");
  EXPECT_THAT(db.try_run("SELECT * FROM v"), HasSubstr("unsafe use"));
}

TEST_F(BoundaryTest, SettingsRefuseWhatTheyDoNotKnow) {
  EXPECT_THAT(db.try_run("SELECT ddltrail_setting('colour', 'red')"), HasSubstr("no setting"));
  EXPECT_THAT(db.try_run("SELECT ddltrail_setting('on_error', 'ignore')"), HasSubstr("no value"));
  EXPECT_EQ(db.value("SELECT ddltrail_setting('on_error')"), "error");
}

TEST_F(BoundaryTest, CursorTellsWhatIsNew) {
  db.run("CREATE TABLE t (a)");
  const auto cursor = db.value("SELECT ddltrail_current_cursor()");
  db.run("CREATE TABLE u (a); DROP TABLE u");
  EXPECT_EQ(db.value("SELECT group_concat(action) FROM ddltrail_changes_since('" + cursor + "')"),
            "create,drop");
  EXPECT_EQ(db.value("SELECT count(*) FROM ddltrail_changes_since(NULL)"), "3");
  EXPECT_EQ(db.value("SELECT count(*) FROM ddltrail_changes_since(ddltrail_current_cursor())"),
            "0");
}

TEST_F(BoundaryTest, CursorOfAnotherLogIsRefused) {
  db.run("CREATE TABLE t (a)");
  const auto cursor = db.value("SELECT ddltrail_current_cursor()");
  Connection other(directory.file("other.db"));
  other.install();
  for (const auto& wrong : {cursor, std::string("nonsense"), std::string()}) {
    EXPECT_THAT(other.try_run("SELECT * FROM ddltrail_changes_since('" + wrong + "')"),
                HasSubstr("another log"));
  }
  db.run("DELETE FROM ddltrail_change_log");
  EXPECT_THAT(db.try_run("SELECT * FROM ddltrail_changes_since('" + cursor + "')"),
              HasSubstr("another log"));
}

}  // namespace
}  // namespace ddltrail::test
