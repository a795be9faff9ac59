// A connection remembers the stored copy of the schema from one statement to the next: whatever
// else changes it in between, what is written afterwards is right.
#include "fixture.h"

namespace ddltrail::test {
namespace {

using testing::ElementsAre;

class RememberedTest : public LogTest {
 protected:
  RememberedTest() { db.run("CREATE TABLE t (a); CREATE TABLE u (a)"); }

  /// The log, the stored copy and the schema say the same.
  void expect_agreement() {
    EXPECT_EQ(difference(db), "");
    EXPECT_EQ(
        db.value(
            "SELECT group_concat(coalesce(s.name, c.object)) FROM sqlite_schema AS s FULL JOIN"
            " (SELECT * FROM ddltrail_state WHERE schema_rowid > 0) AS c"
            " ON s.rowid = c.schema_rowid AND c.object GLOB '* ' || s.rootpage || ' *'"
            " AND instr(c.object, ':' || s.name) > 0 AND instr(c.object, ':' || s.tbl_name) > 0"
            " AND instr(c.object, coalesce(':' || s.sql, s.tbl_name)) > 0"
            " WHERE coalesce(s.name, '') NOT LIKE 'ddltrail%' AND (s.rowid IS NULL OR"
            " c.schema_rowid IS NULL)"),
        "null");
    EXPECT_EQ(db.value("SELECT v.schema_version - (s.definition ->> '$.schema_version')"
                       " FROM ddltrail_state AS s, pragma_schema_version AS v"
                       " WHERE s.schema_rowid = 0"),
              "0");
  }
};

TEST_F(RememberedTest, TwoConnectionsTakeTurns) {
  Connection other(path);
  for (int i = 0; i < 3; ++i) {
    const auto number = std::to_string(i);
    db.run("ALTER TABLE t ADD COLUMN mine" + number);
    other.run("ALTER TABLE t ADD COLUMN theirs" + number + "; CREATE INDEX i" + number +
              " ON t (theirs" + number + ")");
  }
  EXPECT_EQ(db.value("SELECT count(*) FROM ddltrail_change_log"), "11");
  EXPECT_EQ(db.value("SELECT count(*) FROM ddltrail_change_log WHERE action = 'inferred'"), "0");
  expect_agreement();
}

TEST_F(RememberedTest, RowsThatTheConnectionWritesInBetween) {
  db.run("INSERT INTO t VALUES (1); ALTER TABLE t ADD COLUMN b");
  db.run("BEGIN; INSERT INTO t VALUES (1, 2); COMMIT; ALTER TABLE t RENAME COLUMN b TO c");
  EXPECT_EQ(db.trail().back(), "alter table t [rename_column]");
  expect_agreement();
}

TEST_F(RememberedTest, SettingsOfAnotherConnectionHold) {
  Connection(path).run("SELECT ddltrail_setting('statement_text', 'full')");
  db.run("ALTER TABLE t ADD COLUMN b DEFAULT 7");
  const std::string last = "SELECT statement FROM ddltrail_change_log ORDER BY id DESC LIMIT 1";
  EXPECT_EQ(db.value(last), "ALTER TABLE t ADD COLUMN b DEFAULT 7");
  db.run(
      "BEGIN; SELECT ddltrail_setting('statement_text', 'none');"
      "ALTER TABLE t ADD COLUMN c; COMMIT");
  EXPECT_EQ(db.value(last), "null");
  expect_agreement();
}

TEST_F(RememberedTest, RollbackTakesItBack) {
  db.run("BEGIN; ALTER TABLE t ADD COLUMN b; DROP TABLE u; ROLLBACK");
  Connection(path).run("DROP TABLE u; CREATE TABLE v (a)");
  db.run("ALTER TABLE t ADD COLUMN b");
  EXPECT_EQ(db.trail().back(), "alter table t [add_column]");
  expect_agreement();
}

TEST_F(RememberedTest, RollbackToASavepointTakesItBack) {
  db.run(
      "BEGIN; ALTER TABLE t ADD COLUMN b; SAVEPOINT s; DROP TABLE u; CREATE TABLE v (a);"
      "ROLLBACK TO s; ALTER TABLE u ADD COLUMN b; CREATE TABLE w (a); COMMIT");
  db.run("ALTER TABLE w ADD COLUMN b");
  EXPECT_THAT(db.trail(), ElementsAre("create table t [create]", "create table u [create]",
                                      "alter table t [add_column]", "alter table u [add_column]",
                                      "create table w [create]", "alter table w [add_column]"));
  expect_agreement();
}

TEST_F(RememberedTest, SavepointThatIsATransactionTakesItBack) {
  db.run("SAVEPOINT s; DROP TABLE u; ROLLBACK TO s; ALTER TABLE u ADD COLUMN b; RELEASE s");
  db.run("ALTER TABLE u ADD COLUMN c");
  expect_agreement();
}

TEST_F(RememberedTest, StatementThatFailsHalfway) {
  db.run("INSERT INTO t VALUES (1)");
  EXPECT_NE(db.try_run("ALTER TABLE t ADD COLUMN b NOT NULL DEFAULT NULL"), "");
  EXPECT_NE(db.try_run("BEGIN; ALTER TABLE t ADD COLUMN b; ALTER TABLE t ADD COLUMN c CHECK (c > 0)"
                       " DEFAULT -1"),
            "");
  db.run("ALTER TABLE t ADD COLUMN d; COMMIT; ALTER TABLE t ADD COLUMN e");
  expect_agreement();
}

TEST_F(RememberedTest, CaptureInATransaction) {
  Connection(path, Extension::kNone).run("DROP TABLE u");
  db.run(
      "BEGIN; SELECT ddltrail_capture(); ALTER TABLE t ADD COLUMN b; COMMIT;"
      "ALTER TABLE t ADD COLUMN c");
  EXPECT_THAT(db.trail(), ElementsAre("create table t [create]", "create table u [create]",
                                      "inferred table u [drop]", "alter table t [add_column]",
                                      "alter table t [add_column]"));
  expect_agreement();
}

TEST_F(RememberedTest, VacuumMovesEverything) {
  db.run("DROP TABLE t; VACUUM; ALTER TABLE u ADD COLUMN b; CREATE TABLE v (a); DROP TABLE u");
  EXPECT_THAT(db.trail(), ElementsAre("create table t [create]", "create table u [create]",
                                      "drop table t [drop]", "alter table u [add_column]",
                                      "create table v [create]", "drop table u [drop]"));
  expect_agreement();
}

TEST_F(RememberedTest, AnotherFileAttachedUnderTheSameName) {
  for (const std::string name : {"first", "second"}) {
    Connection file(directory.file(name));
    file.install();
    file.run("CREATE TABLE " + name + " (a)");
  }
  for (const std::string name : {"first", "second", "first"}) {
    db.run("ATTACH '" + directory.file(name) + "' AS aux; ALTER TABLE aux." + name +
           " RENAME TO renamed; ALTER TABLE aux.renamed RENAME TO " + name + "; DETACH aux");
  }
  Connection first(directory.file("first"), Extension::kNone);
  EXPECT_THAT(first.trail(),
              ElementsAre("create table first [create]", "rename table renamed [rename]",
                          "rename table first [rename]", "rename table renamed [rename]",
                          "rename table first [rename]"));
}

}  // namespace
}  // namespace ddltrail::test
