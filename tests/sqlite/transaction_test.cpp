// One commit for a change and its rows: nothing that rolls back leaves a row, nothing that commits
// is missing.
#include "fixture.h"

namespace ddltrail::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using TransactionTest = LogTest;

TEST_F(TransactionTest, AutocommitChangeIsLoggedAsItCommits) {
  db.run("CREATE TABLE t (a)");
  Connection other(path, Extension::kNone);
  EXPECT_EQ(other.value("SELECT count(*) FROM ddltrail_change_log"), "1");
  EXPECT_EQ(other.value("SELECT txid FROM ddltrail_change_log"),
            other.value("PRAGMA schema_version"));
}

TEST_F(TransactionTest, EachStatementOfATransactionHasItsRows) {
  db.run(
      "BEGIN; CREATE TABLE t (a); ALTER TABLE t ADD COLUMN b; ALTER TABLE t RENAME TO u; COMMIT");
  EXPECT_THAT(db.trail(), ElementsAre("create table t [create]", "alter table t [add_column]",
                                      "rename table u [rename]"));
  EXPECT_EQ(db.value("SELECT group_concat(statement, '|') FROM ddltrail_change_log"),
            "CREATE TABLE t (a)|ALTER TABLE t ADD COLUMN b|ALTER TABLE t RENAME TO u");
}

TEST_F(TransactionTest, RolledBackTransactionLeavesNothing) {
  db.run("BEGIN; CREATE TABLE t (a); CREATE INDEX i ON t (a); ROLLBACK");
  EXPECT_THAT(db.trail(), IsEmpty());
  db.run("CREATE TABLE t (b)");
  EXPECT_THAT(db.trail(), ElementsAre("create table t [create]"));
}

TEST_F(TransactionTest, RolledBackSavepointLeavesNothing) {
  db.run(
      "BEGIN; CREATE TABLE kept (a); SAVEPOINT s; CREATE TABLE lost (a);"
      "ALTER TABLE kept ADD COLUMN lost; ROLLBACK TO s; RELEASE s;"
      "ALTER TABLE kept ADD COLUMN b; COMMIT");
  EXPECT_THAT(db.trail(),
              ElementsAre("create table kept [create]", "alter table kept [add_column]"));
  EXPECT_EQ(difference(db), "");
}

TEST_F(TransactionTest, SavepointIsATransactionToo) {
  db.run("SAVEPOINT s; CREATE TABLE t (a); RELEASE s");
  db.run("SAVEPOINT s; CREATE TABLE u (a); ROLLBACK TO s; RELEASE s");
  EXPECT_THAT(db.trail(), ElementsAre("create table t [create]"));
}

TEST_F(TransactionTest, ClosingInsideATransactionLeavesNothing) {
  {
    Connection other(path);
    other.run("BEGIN; CREATE TABLE t (a)");
  }
  EXPECT_THAT(db.trail(), IsEmpty());
  EXPECT_EQ(db.value("SELECT count(*) FROM sqlite_schema WHERE name = 't'"), "0");
}

TEST_F(TransactionTest, ScriptIsLoggedUpToItsError) {
  EXPECT_NE(db.try_run("CREATE TABLE a (x); CREATE TABLE a (x); CREATE TABLE b (x)"), "");
  EXPECT_THAT(db.trail(), ElementsAre("create table a [create]"));
  EXPECT_EQ(db.value("SELECT statement FROM ddltrail_change_log"), "CREATE TABLE a (x)");
}

TEST_F(TransactionTest, FailedStatementInATransactionIsNotLogged) {
  db.run("BEGIN; CREATE TABLE a (x)");
  EXPECT_NE(db.try_run("CREATE TABLE a (x)"), "");
  db.run("CREATE TABLE b (x); COMMIT");
  EXPECT_THAT(db.trail(), ElementsAre("create table a [create]", "create table b [create]"));
}

TEST_F(TransactionTest, StatementPreparedBeforeLoadingIsLogged) {
  Connection other(path, Extension::kNone);
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v2(other.handle(), "CREATE TABLE t (a)", -1, &statement, nullptr);
  other.load_extension();
  EXPECT_EQ(sqlite3_step(statement), SQLITE_DONE);
  sqlite3_finalize(statement);
  EXPECT_THAT(db.trail(), ElementsAre("create table t [create]"));
}

TEST_F(TransactionTest, ReusedStatementIsLoggedEachTime) {
  sqlite3_stmt* create = nullptr;
  sqlite3_prepare_v2(db.handle(), "CREATE TABLE t (a)", -1, &create, nullptr);
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(sqlite3_step(create), SQLITE_DONE);
    sqlite3_reset(create);
    db.run("DROP TABLE t");
  }
  sqlite3_finalize(create);
  EXPECT_THAT(db.trail(), ElementsAre("create table t [create]", "drop table t [drop]",
                                      "create table t [create]", "drop table t [drop]"));
}

TEST_F(TransactionTest, StatementThatFindsTheSchemaChangedIsLogged) {
  // SQLite repeats it without telling that it starts again.
  db.value("SELECT count(*) FROM sqlite_schema");
  sqlite3_stmt* create = nullptr;
  sqlite3_prepare_v2(db.handle(), "CREATE TABLE mine (a)", -1, &create, nullptr);
  Connection(path, Extension::kNone).run("CREATE TABLE theirs (a)");
  EXPECT_EQ(sqlite3_step(create), SQLITE_DONE);
  sqlite3_finalize(create);
  EXPECT_THAT(db.trail(),
              ElementsAre("inferred table theirs [create]", "create table mine [create]"));
  EXPECT_EQ(difference(db), "");
}

TEST_F(TransactionTest, ChangeThatCannotBeLoggedIsUndone) {
  db.run(
      "CREATE TRIGGER full BEFORE INSERT ON ddltrail_change_log"
      " BEGIN SELECT RAISE(ABORT, 'the log is full'); END");
  const auto error = db.try_run("CREATE TABLE t (a)");
  EXPECT_THAT(error, HasSubstr("ddltrail"));
  EXPECT_THAT(error, HasSubstr("the log is full"));
  EXPECT_EQ(db.value("SELECT count(*) FROM sqlite_schema WHERE name = 't'"), "0");
  db.run("DROP TRIGGER full; CREATE TABLE t (a)");
  EXPECT_THAT(db.trail(), ElementsAre("create table t [create]"));
}

TEST_F(TransactionTest, TransactionThatCannotBeLoggedIsUndone) {
  db.run(
      "CREATE TRIGGER full BEFORE INSERT ON ddltrail_change_log"
      " BEGIN SELECT RAISE(ABORT, 'the log is full'); END");
  EXPECT_THAT(db.try_run("BEGIN; CREATE TABLE t (a); SELECT 1; COMMIT"),
              HasSubstr("the log is full"));
  EXPECT_EQ(db.value("SELECT count(*) FROM sqlite_schema WHERE name = 't'"), "0");
  EXPECT_NE(sqlite3_get_autocommit(db.handle()), 0);
}

TEST_F(TransactionTest, WarnLetsTheChangeThroughAndMarksTheLog) {
  db.run("SELECT ddltrail_setting('on_error', 'warn')");
  db.run(
      "CREATE TRIGGER full BEFORE INSERT ON ddltrail_change_log"
      " BEGIN SELECT RAISE(ABORT, 'the log is full'); END");
  db.run("CREATE TABLE t (a)");
  EXPECT_EQ(db.value("SELECT count(*) FROM sqlite_schema WHERE name = 't'"), "1");
  EXPECT_EQ(db.value("SELECT is_broken || broken_reason FROM ddltrail_log_state"),
            "1the log is full");
  db.run("DROP TRIGGER full; SELECT ddltrail_capture()");
  EXPECT_THAT(db.trail(), ElementsAre("inferred table t [create]"));
  EXPECT_EQ(db.value("SELECT is_broken FROM ddltrail_log_state"), "0");
}

TEST_F(TransactionTest, LastInsertRowidIsTheApplications) {
  db.run("CREATE TABLE t (a); INSERT INTO t VALUES (1), (2), (3)");
  db.run("BEGIN; CREATE TABLE u (a); SELECT 1; COMMIT; CREATE TABLE v (a)");
  EXPECT_EQ(sqlite3_last_insert_rowid(db.handle()), 3);
}

TEST_F(TransactionTest, OpenCursorGoesOnAcrossAChange) {
  db.run("CREATE TABLE t (a); INSERT INTO t VALUES (1), (2), (3)");
  sqlite3_stmt* select = nullptr;
  sqlite3_prepare_v2(db.handle(), "SELECT a FROM t", -1, &select, nullptr);
  EXPECT_EQ(sqlite3_step(select), SQLITE_ROW);
  db.run("CREATE TABLE u (a)");
  EXPECT_EQ(sqlite3_step(select), SQLITE_ROW);
  sqlite3_finalize(select);
  EXPECT_THAT(db.trail(), ElementsAre("create table t [create]", "create table u [create]"));
}

TEST_F(TransactionTest, ConnectionClosesWithoutLeftovers) {
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &other), SQLITE_OK);
  sqlite3_enable_load_extension(other, 1);
  ASSERT_EQ(sqlite3_load_extension(other, DDLTRAIL_EXTENSION, nullptr, nullptr), SQLITE_OK);
  sqlite3_exec(other, "CREATE TABLE t (a); SELECT * FROM ddltrail_columns", nullptr, nullptr,
               nullptr);
  EXPECT_EQ(sqlite3_close(other), SQLITE_OK);
}

}  // namespace
}  // namespace ddltrail::test
