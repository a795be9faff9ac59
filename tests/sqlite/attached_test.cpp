// Attached files: each that has a log of its own is logged there, one without is left alone, and
// what happens in one never touches another.
#include "fixture.h"

namespace ddltrail::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class AttachedTest : public LogTest {
 protected:
  AttachedTest() {
    Connection(other_path).install();
    db.run("ATTACH '" + other_path + "' AS aux");
  }
  /// What the file itself says, opened on its own.
  std::vector<std::string> trail_of_other() { return Connection(other_path).trail(); }
  std::string difference_of_other() {
    Connection other(other_path);
    return difference(other);
  }

  std::string other_path = directory.file("other.db");
};

TEST_F(AttachedTest, ChangeIsLoggedInItsOwnFile) {
  db.run("CREATE TABLE aux.t (a); ALTER TABLE aux.t RENAME COLUMN a TO b; CREATE TABLE u (a)");
  Connection plain(other_path, Extension::kNone);
  EXPECT_EQ(plain.value("SELECT group_concat(action || ' ' || schema_name || ' ' || object_identity"
                        " || ' ' || statement, '; ') FROM ddltrail_change_log"),
            "create main main.t CREATE TABLE aux.t (a); alter main main.t ALTER TABLE aux.t RENAME"
            " COLUMN a TO b");
  EXPECT_THAT(trail_of_other(),
              ElementsAre("create table t [create]", "alter table t [rename_column]"));
  EXPECT_EQ(difference_of_other(), "");
  EXPECT_THAT(db.trail(), ElementsAre("create table u [create]"));
}

TEST_F(AttachedTest, UnqualifiedNameIsLoggedWhereItResolves) {
  db.run(
      "CREATE TABLE aux.t (a); CREATE INDEX aux.i ON t (a); CREATE VIEW aux.v AS SELECT * FROM t");
  db.run("ALTER TABLE t ADD COLUMN b; DROP INDEX i; DROP VIEW v; DROP TABLE t");
  EXPECT_THAT(db.trail(), IsEmpty());
  EXPECT_EQ(trail_of_other().size(), 8U);
  EXPECT_EQ(difference_of_other(), "");
  EXPECT_EQ(db.value("SELECT count(*) FROM aux.ddltrail_change_log WHERE action = 'inferred'"),
            "0");
}

TEST_F(AttachedTest, OneTransactionOverTwoFilesIsLoggedInBoth) {
  db.run(
      "BEGIN; CREATE TABLE m (a); CREATE TABLE aux.t (a); SAVEPOINT s; CREATE TABLE aux.lost (a);"
      "CREATE TABLE lost (a); ROLLBACK TO s; ALTER TABLE m ADD COLUMN b; ALTER TABLE t ADD COLUMN "
      "b;"
      "COMMIT");
  EXPECT_THAT(db.trail(), ElementsAre("create table m [create]", "alter table m [add_column]"));
  EXPECT_THAT(trail_of_other(),
              ElementsAre("create table t [create]", "alter table t [add_column]"));
  EXPECT_EQ(difference(db), "");
  EXPECT_EQ(difference_of_other(), "");
  db.run("BEGIN; CREATE TABLE n (a); CREATE TABLE aux.n (a); ROLLBACK");
  EXPECT_EQ(db.trail().size() + trail_of_other().size(), 4U);
}

TEST_F(AttachedTest, FileWithoutALogIsLeftAlone) {
  const auto plain = directory.file("plain.db");
  db.run("ATTACH '" + plain + "' AS plain; CREATE TABLE plain.t (a); ALTER TABLE t ADD COLUMN b");
  EXPECT_THAT(db.trail(), IsEmpty());
  EXPECT_THAT(trail_of_other(), IsEmpty());
  EXPECT_EQ(
      Connection(plain, Extension::kNone).value("SELECT group_concat(name) FROM sqlite_schema"),
      "t");
}

TEST_F(AttachedTest, OnlyTheAttachedFileHasALog) {
  Connection memory(":memory:");
  memory.run("ATTACH '" + other_path + "' AS aux; CREATE TABLE t (a); CREATE TABLE aux.u (a)");
  EXPECT_THAT(trail_of_other(), ElementsAre("create table u [create]"));
}

TEST_F(AttachedTest, NameOfTheAttachmentDoesNotMatter) {
  for (const std::string name : {"a b", "it''s", "x%w", "say \"\"hi\"\"", "select", "a\n.b", "ü"}) {
    db.run("DETACH aux; ATTACH '" + other_path + "' AS aux");
    const auto identifier = name == "it''s" ? std::string("\"it's\"") : "\"" + name + "\"";
    db.run("DETACH aux; ATTACH '" + other_path + "' AS " + identifier);
    db.run("CREATE TABLE " + identifier + ".t (a REFERENCES u); CREATE VIEW " + identifier +
           ".v AS SELECT * FROM t; DROP VIEW v; DROP TABLE t; DETACH " + identifier);
    db.run("ATTACH '" + other_path + "' AS aux");
    EXPECT_EQ(difference_of_other(), "") << name;
  }
  EXPECT_EQ(trail_of_other().size(), 28U);
  EXPECT_EQ(db.value("SELECT count(*) FROM aux.ddltrail_change_log WHERE action = 'inferred'"),
            "0");
}

TEST_F(AttachedTest, SameFileTwiceIsOneLog) {
  db.run("ATTACH '" + other_path + "' AS again; CREATE TABLE aux.t (a)");
  db.run("ALTER TABLE again.t ADD COLUMN b; ALTER TABLE aux.t RENAME TO u");
  EXPECT_THAT(trail_of_other(), ElementsAre("create table t [create]", "alter table t [add_column]",
                                            "rename table u [rename]"));
}

TEST_F(AttachedTest, MissedChangesAreFoundBeforeTheNextOne) {
  Connection(other_path, Extension::kNone).run("CREATE TABLE theirs (a)");
  db.run("CREATE TABLE aux.mine (a)");
  EXPECT_THAT(trail_of_other(),
              ElementsAre("inferred table theirs [create]", "create table mine [create]"));
}

TEST_F(AttachedTest, MissedChangesAreFoundByCapture) {
  Connection stranger(other_path, Extension::kNone);
  stranger.run("CREATE TABLE theirs (a)");
  EXPECT_EQ(db.value("SELECT ddltrail_capture()"), "0");
  EXPECT_EQ(db.value("SELECT ddltrail_capture('AUX')"), "1");
  EXPECT_EQ(stranger.value("SELECT action FROM ddltrail_change_log"), "inferred");
  EXPECT_THAT(db.trail(), IsEmpty());
}

TEST_F(AttachedTest, MissedChangesAreFoundAsTheExtensionIsLoaded) {
  Connection(other_path, Extension::kNone).run("CREATE TABLE theirs (a)");
  Connection late(":memory:", Extension::kNone);
  late.run("ATTACH '" + other_path + "' AS aux");
  late.load_extension();
  late.run("CREATE TABLE aux.mine (a)");
  EXPECT_THAT(trail_of_other(),
              ElementsAre("inferred table theirs [create]", "create table mine [create]"));
}

TEST_F(AttachedTest, ReadersAndWritersOfMainAreNotMet) {
  Connection reader(path, Extension::kNone);
  Connection writer(path, Extension::kNone);
  db.run("CREATE TABLE m (a); INSERT INTO m VALUES (1), (2)");
  sqlite3_busy_timeout(db.handle(), 0);
  reader.run("BEGIN; SELECT * FROM m");
  db.run("CREATE TABLE aux.t (a)");
  reader.run("COMMIT");
  writer.run("BEGIN IMMEDIATE");
  db.run("ALTER TABLE aux.t ADD COLUMN b");
  writer.run("COMMIT");
  EXPECT_THAT(trail_of_other(),
              ElementsAre("create table t [create]", "alter table t [add_column]"));
}

TEST_F(AttachedTest, ReadOnlyMainDoesNotStopIt) {
  Connection reader("file:" + path + "?mode=ro");
  reader.run("ATTACH '" + other_path + "' AS aux; CREATE TABLE aux.t (a)");
  EXPECT_THAT(trail_of_other(), ElementsAre("create table t [create]"));
}

TEST_F(AttachedTest, AnalyzeOfAllFilesIsNoise) {
  db.run(
      "CREATE TABLE t (a); CREATE TABLE aux.t (a); INSERT INTO t VALUES (1); ANALYZE; ANALYZE aux");
  EXPECT_EQ(db.trail().size(), 1U);
  EXPECT_EQ(trail_of_other().size(), 1U);
  EXPECT_EQ(db.value("SELECT definition ->> '$.schema_version' FROM aux.ddltrail_state WHERE "
                     "schema_rowid = 0"),
            db.value("PRAGMA aux.schema_version"));
}

TEST_F(AttachedTest, ShadowTablesAreFolded) {
  db.run("CREATE VIRTUAL TABLE aux.f USING fts5(x); ALTER TABLE f RENAME TO g; DROP TABLE g");
  EXPECT_THAT(trail_of_other(),
              ElementsAre("create virtual table f [create]", "rename virtual table g [rename]",
                          "drop virtual table g [drop]"));
}

TEST_F(AttachedTest, ChangeThatCannotBeLoggedIsUndone) {
  db.run(
      "CREATE TRIGGER aux.full BEFORE INSERT ON ddltrail_change_log"
      " BEGIN SELECT RAISE(ABORT, 'the log is full'); END");
  EXPECT_THAT(db.try_run("CREATE TABLE aux.t (a)"), HasSubstr("the log is full"));
  EXPECT_THAT(db.try_run("BEGIN; CREATE TABLE m (a); CREATE TABLE aux.t (a); COMMIT"),
              HasSubstr("the log is full"));
  EXPECT_EQ(db.value("SELECT count(*) FROM aux.sqlite_schema WHERE name = 't'"), "0");
  EXPECT_EQ(db.value("SELECT count(*) FROM sqlite_schema WHERE name = 'm'"), "0");
  EXPECT_THAT(db.trail(), IsEmpty());
}

TEST_F(AttachedTest, TransactionWhoseTraceSlotIsTakenStillCommitsLogged) {
  db.run("BEGIN; CREATE TABLE aux.t (a)");
  sqlite3_trace_v2(db.handle(), 0, nullptr, nullptr);
  db.run("CREATE TABLE aux.u (a); COMMIT");
  EXPECT_EQ(difference_of_other(), "");
}

// It deletes all temporary tables, and with them the one that takes part in the commit.
TEST_F(AttachedTest, TempStoreLosesNothing) {
  db.run("PRAGMA temp_store = memory; CREATE TABLE aux.t (a); SELECT 1");
  Connection plain(other_path, Extension::kNone);
  EXPECT_EQ(plain.value("SELECT action || statement FROM ddltrail_change_log"),
            "createCREATE TABLE aux.t (a)");
  db.run("CREATE TABLE aux.u (a); CREATE TABLE aux.v (a); BEGIN; CREATE TABLE aux.w (a); COMMIT");
  EXPECT_EQ(difference_of_other(), "");
}

TEST_F(AttachedTest, FunctionsTakeTheNameOfADatabase) {
  const auto plain = directory.file("plain.db");
  db.run("ATTACH '" + plain + "' AS plain; CREATE TABLE plain.t (a)");
  EXPECT_EQ(db.value("SELECT ddltrail_current_cursor('plain')"), "null");
  const auto id = db.value("SELECT ddltrail_install('plain')");
  EXPECT_EQ(db.value("SELECT log_id FROM ddltrail_log_state('plain')"), id);
  EXPECT_NE(db.value("SELECT log_id FROM ddltrail_log_state"), id);
  const auto cursor = db.value("SELECT ddltrail_current_cursor('plain')");
  EXPECT_THAT(cursor, HasSubstr(id));
  db.run("ALTER TABLE plain.t ADD COLUMN b");
  EXPECT_EQ(db.value("SELECT action FROM ddltrail_changes_since('" + cursor + "', 'plain')"),
            "alter");
  EXPECT_EQ(db.value("SELECT group_concat(schema_name || '.' || column_name)"
                     " FROM ddltrail_columns('plain') WHERE table_name = 't'"),
            "plain.a,plain.b");
  EXPECT_EQ(db.value("SELECT count(*) FROM ddltrail_columns"), "0");
  EXPECT_EQ(db.value("SELECT ddltrail_setting('on_error', 'warn', 'plain')"), "warn");
  EXPECT_EQ(db.value("SELECT ddltrail_setting('on_error', NULL, 'plain')"), "warn");
  EXPECT_EQ(db.value("SELECT ddltrail_setting('on_error')"), "error");
}

TEST_F(AttachedTest, UnknownDatabaseIsNamed) {
  for (const std::string call :
       {"SELECT ddltrail_install('nowhere')", "SELECT ddltrail_capture('nowhere')",
        "SELECT * FROM ddltrail_columns('nowhere')", "SELECT ddltrail_current_cursor('nowhere')",
        "SELECT * FROM ddltrail_changes_since(NULL, 'nowhere')"})
    EXPECT_THAT(db.try_run(call), HasSubstr("\"nowhere\"")) << call;
  EXPECT_THAT(db.try_run("SELECT ddltrail_install('temp')"), HasSubstr("\"temp\""));
}

}  // namespace
}  // namespace ddltrail::test
