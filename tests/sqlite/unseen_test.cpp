// What connections without the extension changed is found later, as `inferred`, ordered before
// anything newer, and told without guessing.
#include "fixture.h"

namespace ddltrail::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class UnseenTest : public LogTest {
 protected:
  void run_unseen(const std::string& sql) { Connection(path, Extension::kNone).run(sql); }
};

TEST_F(UnseenTest, FoundBeforeTheNextChange) {
  run_unseen("CREATE TABLE theirs (a)");
  db.run("CREATE TABLE mine (a)");
  EXPECT_THAT(db.trail(),
              ElementsAre("inferred table theirs [create]", "create table mine [create]"));
}

TEST_F(UnseenTest, FoundAsTheExtensionIsLoaded) {
  run_unseen("CREATE TABLE theirs (a)");
  Connection{path};
  EXPECT_THAT(db.trail(), ElementsAre("inferred table theirs [create]"));
}

TEST_F(UnseenTest, FoundByCaptureOnce) {
  run_unseen("CREATE TABLE a (x); CREATE TABLE b (x)");
  EXPECT_EQ(db.value("SELECT ddltrail_capture()"), "2");
  EXPECT_EQ(db.value("SELECT ddltrail_capture()"), "0");
  EXPECT_EQ(db.value("SELECT count(*) FROM ddltrail_change_log WHERE statement IS NOT NULL"
                     " OR command_tag IS NOT NULL"),
            "0");
}

TEST_F(UnseenTest, OneRenamedColumnIsCertain) {
  db.run("CREATE TABLE t (a, b)");
  run_unseen("ALTER TABLE t RENAME COLUMN a TO c");
  db.run("SELECT ddltrail_capture()");
  EXPECT_THAT(db.trail(),
              ElementsAre("create table t [create]", "inferred table t [rename_column]"));
}

TEST_F(UnseenTest, RenamedColumnAmongOtherChangesIsNotGuessed) {
  db.run("CREATE TABLE t (a, b)");
  run_unseen("ALTER TABLE t RENAME COLUMN a TO c; CREATE TABLE u (x)");
  db.run("SELECT ddltrail_capture()");
  EXPECT_THAT(db.trail(), ElementsAre("create table t [create]", "inferred table u [create]",
                                      "inferred table t [drop_column add_column]"));
}

TEST_F(UnseenTest, OneRenamedTableIsCertain) {
  db.run("CREATE TABLE t (a)");
  run_unseen("ALTER TABLE t RENAME TO u");
  db.run("SELECT ddltrail_capture()");
  EXPECT_THAT(db.trail(), ElementsAre("create table t [create]", "inferred table u [rename]"));
}

TEST_F(UnseenTest, DroppedAndCreatedTableIsNotTakenForARename) {
  db.run("CREATE TABLE t (a)");
  run_unseen("DROP TABLE t; CREATE TABLE u (a)");
  db.run("SELECT ddltrail_capture()");
  EXPECT_THAT(db.trail(), ElementsAre("create table t [create]", "inferred table t [drop]",
                                      "inferred table u [create]"));
  EXPECT_EQ(difference(db), "");
}

TEST_F(UnseenTest, VacuumMovesObjectsButChangesNone) {
  db.run("CREATE TABLE a (x); CREATE TABLE b (x); CREATE TABLE c (x UNIQUE); DROP TABLE a");
  const auto before = db.trail();
  run_unseen("VACUUM");
  EXPECT_EQ(db.value("SELECT ddltrail_capture()"), "0");
  db.run("ALTER TABLE b RENAME TO d");
  EXPECT_EQ(db.trail().size(), before.size() + 1);
  EXPECT_EQ(difference(db, ObjectIds::kIgnored), "");
}

TEST_F(UnseenTest, TableThatAlsoMovedIsToldOnce) {
  db.run("CREATE TABLE first (a); CREATE TABLE t (a)");
  run_unseen("DROP TABLE first; DROP TABLE t; CREATE TABLE t (a, b)");
  EXPECT_EQ(db.value("SELECT ddltrail_capture()"), "2");
  EXPECT_THAT(db.trail(),
              ElementsAre("create table first [create]", "create table t [create]",
                          "inferred table first [drop]", "inferred table t [add_column]"));
}

TEST_F(UnseenTest, EditedSchemaTableIsFound) {
  db.run("CREATE TABLE t (a CHECK (a > 0))");
  run_unseen(
      "PRAGMA writable_schema = on; UPDATE sqlite_schema SET sql ="
      " replace(sql, '> 0', '> 1') WHERE name = 't'; PRAGMA schema_version = 1000");
  EXPECT_EQ(db.value("SELECT ddltrail_capture()"), "1");
  EXPECT_THAT(db.trail(), ElementsAre("create table t [create]",
                                      "inferred table t [drop_constraint add_constraint]"));
}

TEST_F(UnseenTest, EditedSchemaTableOfTheConnectionItselfIsFound) {
  db.run(
      "CREATE TABLE t (a CHECK (a > 0)); PRAGMA writable_schema = on; UPDATE sqlite_schema SET sql "
      "="
      " replace(sql, '> 0', '> 1') WHERE name = 't'; PRAGMA schema_version = 1000;"
      "PRAGMA writable_schema = off; CREATE TABLE u (a)");
  EXPECT_THAT(db.trail(), ElementsAre("create table t [create]",
                                      "inferred table t [drop_constraint add_constraint]",
                                      "create table u [create]"));
}

TEST_F(UnseenTest, SchemaVersionThatGoesBackIsAChange) {
  run_unseen("CREATE TABLE theirs (a); PRAGMA schema_version = 1");
  db.run("CREATE TABLE mine (a)");
  EXPECT_THAT(db.trail(),
              ElementsAre("inferred table theirs [create]", "create table mine [create]"));
}

TEST_F(UnseenTest, FoundBeforeTheFirstChangeOfATransaction) {
  run_unseen("CREATE TABLE theirs (a); CREATE TABLE more (a)");
  db.run("BEGIN; CREATE TABLE mine (a); ALTER TABLE theirs ADD COLUMN b; COMMIT");
  run_unseen("DROP TABLE more");
  db.run("BEGIN; CREATE TABLE last (a); COMMIT");
  EXPECT_THAT(db.trail(),
              ElementsAre("inferred table theirs [create]", "inferred table more [create]",
                          "create table mine [create]", "alter table theirs [add_column]",
                          "inferred table more [drop]", "create table last [create]"));
}

/// The statements that a connection compiles, as an authorizer is asked for them.
int note_statement(void* log, int action, const char* name, const char*, const char*, const char*) {
  if (action == SQLITE_PRAGMA || action == SQLITE_INSERT || action == SQLITE_UPDATE ||
      action == SQLITE_SAVEPOINT)
    static_cast<std::vector<std::string>*>(log)->emplace_back(name);
  return SQLITE_OK;
}

TEST_F(UnseenTest, NothingNewCostsOneLookAtTheVersion) {
  db.run("CREATE TABLE t (a); CREATE VIEW v AS SELECT * FROM t");
  Connection other(path, Extension::kNone);
  std::vector<std::string> statements;
  sqlite3_set_authorizer(other.handle(), note_statement, &statements);
  other.load_extension();
  EXPECT_THAT(statements, ElementsAre("schema_version"));
  statements.clear();
  EXPECT_EQ(other.value("SELECT ddltrail_capture()"), "0");
  EXPECT_THAT(statements, ElementsAre("schema_version"));
}

TEST_F(UnseenTest, NothingNewDoesNotWaitForAWriter) {
  Connection writer(path, Extension::kNone);
  writer.run("BEGIN IMMEDIATE");
  sqlite3_busy_timeout(db.handle(), 0);
  EXPECT_EQ(db.value("SELECT ddltrail_capture()"), "0");
}

TEST_F(UnseenTest, ChangesAfterTheTraceSlotIsTakenAreFound) {
  sqlite3_trace_v2(db.handle(), 0, nullptr, nullptr);
  db.run("CREATE TABLE t (a)");
  EXPECT_THAT(db.trail(), IsEmpty());
  db.run("SELECT ddltrail_watch(); CREATE TABLE u (a)");
  EXPECT_THAT(db.trail(), ElementsAre("inferred table t [create]", "create table u [create]"));
}

TEST_F(UnseenTest, TransactionWhoseTraceSlotIsTakenStillCommitsLogged) {
  db.run("BEGIN; CREATE TABLE t (a)");
  sqlite3_trace_v2(db.handle(), 0, nullptr, nullptr);
  db.run("CREATE TABLE u (a); COMMIT");
  EXPECT_EQ(difference(db), "");
}

TEST_F(UnseenTest, FailedCatchUpIsNotAttributedToTheNextStatement) {
  run_unseen(
      "CREATE TABLE theirs (a);"
      "CREATE TRIGGER full BEFORE INSERT ON ddltrail_change_log"
      " BEGIN SELECT RAISE(ABORT, 'full'); END");
  db.run("DROP TRIGGER full");
  EXPECT_THAT(db.trail(), ElementsAre("inferred table theirs [create]"));
}

TEST_F(UnseenTest, RolledBackCatchUpIsRepeated) {
  run_unseen("CREATE TABLE theirs (a)");
  db.run("BEGIN; CREATE TABLE mine (a); ROLLBACK");
  EXPECT_THAT(db.trail(), IsEmpty());
  db.run("SELECT ddltrail_capture()");
  EXPECT_THAT(db.trail(), ElementsAre("inferred table theirs [create]"));
}

}  // namespace
}  // namespace ddltrail::test
