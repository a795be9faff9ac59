// What the rows say: the operations of each kind of statement, and what it did to other objects.
#include "fixture.h"

namespace ddltrail::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class OperationTest : public LogTest {
 protected:
  /// What the last statement of the script did.
  std::vector<std::string> trail_of_last(const std::string& setup, const std::string& statement) {
    db.run(setup);
    db.run("UPDATE ddltrail_change_log SET action = 'baseline'");
    db.run(statement);
    EXPECT_EQ(difference(db), "");
    return db.trail();
  }
  std::string details_of(const std::string& object) {
    return db.value("SELECT details FROM ddltrail_change_log WHERE object_name = '" + object +
                    "' ORDER BY id DESC LIMIT 1");
  }
};

TEST_F(OperationTest, RenamedColumnIsNotDroppedAndAdded) {
  EXPECT_THAT(trail_of_last("CREATE TABLE t (a, b)", "ALTER TABLE t RENAME COLUMN a TO c"),
              ElementsAre("alter table t [rename_column]"));
  EXPECT_EQ(details_of("t"), R"([{"op":"rename_column","from":"a","to":"c"}])");
}

TEST_F(OperationTest, DroppedAndAddedColumnIsNotRenamed) {
  EXPECT_THAT(
      trail_of_last("CREATE TABLE t (a, b)",
                    "BEGIN; ALTER TABLE t DROP COLUMN b; ALTER TABLE t ADD COLUMN c; COMMIT"),
      ElementsAre("alter table t [drop_column]", "alter table t [add_column]"));
}

TEST_F(OperationTest, DroppedAndCreatedTableIsNotRenamed) {
  // SQLite gives the new table the row and the page of the old one.
  EXPECT_THAT(
      trail_of_last("CREATE TABLE t (a)", "BEGIN; DROP TABLE t; CREATE TABLE u (a); COMMIT"),
      ElementsAre("drop table t [drop]", "create table u [create]"));
}

TEST_F(OperationTest, RenamedTableKeepsItsId) {
  db.run("CREATE TABLE t (a UNIQUE); ALTER TABLE t RENAME TO u; ALTER TABLE u RENAME TO T");
  EXPECT_EQ(db.value("SELECT count(DISTINCT object_id) FROM ddltrail_change_log"
                     " WHERE object_kind = 'table'"),
            "1");
  EXPECT_EQ(db.value("SELECT group_concat(previous_name) FROM ddltrail_change_log"
                     " WHERE object_kind = 'table'"),
            "t,u");
  EXPECT_EQ(difference(db), "");
}

constexpr char kRebuild[] =
    "BEGIN; CREATE TABLE new_t (id INTEGER PRIMARY KEY, c DEFAULT 'x');"
    "INSERT INTO new_t (id, c) SELECT id, a FROM t; DROP TABLE t;"
    "ALTER TABLE new_t RENAME TO t; CREATE INDEX i ON t (id); COMMIT";

TEST_F(OperationTest, RebuiltTableIsOneAlteration) {
  db.run("CREATE TABLE t (id INTEGER PRIMARY KEY, a); CREATE INDEX i ON t (id)");
  db.run(kRebuild);
  EXPECT_EQ(difference(db, ObjectIds::kIgnored), "");
  EXPECT_THAT(db.trail(), ElementsAre("create table t [create]", "create index i [create]",
                                      "alter table t [rename_column alter_column_default]"));
  EXPECT_EQ(db.value("SELECT count(DISTINCT object_id) FROM ddltrail_change_log"), "2");
  EXPECT_EQ(
      db.rows("SELECT command_tag, statement FROM ddltrail_change_log ORDER BY id DESC LIMIT 1"),
      (std::vector<Row>{{"ALTER TABLE",
                         "CREATE TABLE new_t (id INTEGER PRIMARY KEY, c DEFAULT ?);\n"
                         "DROP TABLE t;\nALTER TABLE new_t RENAME TO t;\n"
                         "CREATE INDEX i ON t (id)"}}));
}

TEST_F(OperationTest, RebuildOfAnAttachedTableIsOneAlteration) {
  Connection(directory.file("other.db")).install();
  db.run("ATTACH '" + directory.file("other.db") +
         "' AS other; CREATE TABLE t (main_too);"
         "CREATE TABLE other.t (a)");
  db.run(
      "BEGIN; CREATE TABLE other.new_t (b); INSERT INTO other.new_t (b) SELECT a FROM other.t;"
      "DROP TABLE other.t; ALTER TABLE other.new_t RENAME TO t; COMMIT");
  EXPECT_THAT(Connection(directory.file("other.db")).trail(),
              ElementsAre("create table t [create]", "alter table t [rename_column]"));
  EXPECT_THAT(db.trail(), ElementsAre("create table t [create]"));
}

TEST_F(OperationTest, RebuildWhoseStatementsArePreparedBeforeIsOneAlteration) {
  db.run("CREATE TABLE t (a); CREATE TABLE new_t (b)");
  sqlite3_stmt* copy = nullptr;
  ASSERT_EQ(
      sqlite3_prepare_v2(db.handle(), "INSERT INTO new_t SELECT a FROM t", -1, &copy, nullptr),
      SQLITE_OK);
  db.run("BEGIN; DROP TABLE new_t; CREATE TABLE new_t (b)");
  EXPECT_EQ(sqlite3_step(copy), SQLITE_DONE);
  sqlite3_finalize(copy);
  db.run("DROP TABLE t; ALTER TABLE new_t RENAME TO t; COMMIT");
  EXPECT_THAT(db.trail(), testing::Contains("alter table t [rename_column]"));
  EXPECT_EQ(difference(db, ObjectIds::kIgnored), "");
}

TEST_F(OperationTest, RebuildInWhichTheToolLooksAroundIsOneAlteration) {
  db.run("CREATE TABLE t (a)");
  db.run(
      "BEGIN; CREATE TABLE new_t (b); SELECT * FROM sqlite_schema; INSERT INTO new_t SELECT a FROM "
      "t;"
      "SELECT * FROM new_t; DROP TABLE t; PRAGMA foreign_key_check; ALTER TABLE new_t RENAME TO t; "
      "COMMIT");
  EXPECT_THAT(db.trail(), ElementsAre("create table t [create]", "alter table t [rename_column]"));
}

TEST_F(OperationTest, RebuildWhoseCommitHasToBeRepeatedIsOneAlteration) {
  db.run("CREATE TABLE t (a)");
  sqlite3_busy_timeout(db.handle(), 0);
  Connection reader(path, Extension::kNone);
  sqlite3_stmt* reading = nullptr;
  sqlite3_prepare_v2(reader.handle(), "SELECT * FROM sqlite_schema", -1, &reading, nullptr);
  ASSERT_EQ(sqlite3_step(reading), SQLITE_ROW);
  db.run(
      "BEGIN; CREATE TABLE new_t (b); INSERT INTO new_t SELECT a FROM t; DROP TABLE t;"
      "ALTER TABLE new_t RENAME TO t");
  EXPECT_THAT(db.try_run("COMMIT"), testing::HasSubstr("locked"));
  sqlite3_finalize(reading);
  db.run("COMMIT");
  EXPECT_THAT(db.trail(), ElementsAre("create table t [create]", "alter table t [rename_column]"));
  EXPECT_EQ(difference(db, ObjectIds::kIgnored), "");
}

TEST_F(OperationTest, RenameReachesIntoOtherObjects) {
  EXPECT_THAT(trail_of_last("CREATE TABLE t (id INTEGER PRIMARY KEY, a);"
                            "CREATE TABLE child (t_id REFERENCES t (id));"
                            "CREATE VIEW v AS SELECT a FROM t;"
                            "CREATE INDEX i ON t (a);"
                            "CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT new.a; END",
                            "ALTER TABLE t RENAME TO u"),
              ElementsAre("rename table u [rename]", "alter table child [alter_definition]",
                          "alter view v [alter_view]", "alter index i [alter_definition]",
                          "alter trigger g [alter_definition]"));
}

TEST_F(OperationTest, ForeignKeyFollowsTheRenamedColumnOfItsParent) {
  EXPECT_THAT(trail_of_last("CREATE TABLE t (id PRIMARY KEY); CREATE TABLE c (p REFERENCES t (id))",
                            "ALTER TABLE t RENAME COLUMN id TO key"),
              ElementsAre("alter table t [rename_column]", "alter table c [alter_definition]",
                          "alter index sqlite_autoindex_t_1 [alter_definition]"));
}

TEST_F(OperationTest, AddedColumnBringsItsForeignKey) {
  trail_of_last("CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE t (a)",
                "ALTER TABLE t ADD COLUMN p_id INT REFERENCES p");
  EXPECT_EQ(details_of("t"),
            R"([{"op":"add_column","column":"p_id","type":"INT"},)"
            R"({"op":"add_constraint","constraint":null,"kind":"foreign key","columns":["p_id"],)"
            R"("definition":"FOREIGN KEY (p_id) REFERENCES p"}])");
}

TEST_F(OperationTest, ViewsOfViewsWithAStarAreAltered) {
  EXPECT_THAT(trail_of_last("CREATE TABLE \"a\"\"b\" (x);"
                            "CREATE VIEW v AS SELECT * FROM \"a\"\"b\";"
                            "CREATE VIEW w AS SELECT * FROM V; CREATE VIEW other AS SELECT 1",
                            "ALTER TABLE [a\"b] ADD COLUMN y INT"),
              ElementsAre("alter table a\"b [add_column]", "alter view v [add_column]",
                          "alter view w [add_column]"));
}

TEST_F(OperationTest, DroppedTableTakesIndexesAndTriggersAlong) {
  EXPECT_THAT(trail_of_last("CREATE TABLE t (a UNIQUE); CREATE INDEX i ON t (a);"
                            "CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; END",
                            "DROP TABLE t"),
              ElementsAre("drop table t [drop]", "drop index sqlite_autoindex_t_1 [drop]",
                          "drop index i [drop]", "drop trigger g [drop]"));
  EXPECT_EQ(db.value("SELECT count(DISTINCT command_id) FROM ddltrail_change_log"
                     " WHERE action = 'drop'"),
            "1");
}

TEST_F(OperationTest, TriggerMakesItsViewInsertable) {
  EXPECT_THAT(trail_of_last("CREATE VIEW v AS SELECT 1 AS a",
                            "CREATE TRIGGER g INSTEAD OF INSERT ON V BEGIN SELECT 1; END"),
              ElementsAre("create trigger g [create]", "alter view v [alter_definition]"));
}

TEST_F(OperationTest, ViewOfADroppedTableLosesItsColumnsAndOthersKeepTheirs) {
  db.run(
      "CREATE TABLE t (a); CREATE TABLE u (a); CREATE VIEW sound1 AS SELECT * FROM u;"
      "CREATE VIEW broken AS SELECT * FROM t; CREATE VIEW sound2 AS SELECT * FROM u");
  db.run("DROP TABLE t");
  EXPECT_EQ(difference(db), "");
  EXPECT_EQ(db.value("SELECT group_concat(DISTINCT table_name) FROM ddltrail_columns"
                     " WHERE table_name LIKE 'sound%'"),
            "sound1,sound2");
  db.run("ALTER TABLE u ADD COLUMN b");
  EXPECT_EQ(difference(db), "");
}

TEST_F(OperationTest, ViewIsReadAsItIsWhereSqliteRemembersWhatItWas) {
  // SQLite forgets the columns of views as it compiles DROP; then the CREATE before is recorded.
  db.run("CREATE TABLE t (a); CREATE VIEW v AS SELECT * FROM t");
  db.run("BEGIN; CREATE VIEW w AS SELECT * FROM t; DROP TABLE t; CREATE TABLE t (b); COMMIT");
  EXPECT_EQ(difference(db), "");
  EXPECT_EQ(db.value("SELECT group_concat(column_name) FROM ddltrail_columns"
                     " WHERE table_name IN ('v', 'w')"),
            "b,b");
}

TEST_F(OperationTest, VirtualTableIsOneObject) {
  db.run(
      "CREATE VIRTUAL TABLE docs USING fts5(title, body); CREATE VIRTUAL TABLE boxes USING"
      " rtree(id, x0, x1); ALTER TABLE docs RENAME TO texts; DROP TABLE boxes");
  EXPECT_THAT(
      db.trail(),
      ElementsAre("create virtual table docs [create]", "create virtual table boxes [create]",
                  "rename virtual table texts [rename]", "drop virtual table boxes [drop]"));
  EXPECT_EQ(difference(db), "");
}

TEST_F(OperationTest, StatementThatChangesNothingWritesNoRow) {
  EXPECT_THAT(trail_of_last("CREATE TABLE t (a); INSERT INTO t VALUES (1)",
                            "CREATE TABLE IF NOT EXISTS t (b); DROP VIEW IF EXISTS v; ANALYZE;"
                            "REINDEX; VACUUM"),
              IsEmpty());
}

TEST_F(OperationTest, LiteralsAndCommentsAreNotKept) {
  db.run(
      "-- password: hunter2\nCREATE TABLE t (a TEXT DEFAULT 'it''s' /* why */, b DEFAULT -1.5e+3,"
      " c DEFAULT x'00ff', \"d'e\" VARCHAR(20), [f'g'] DEFAULT 0x1F)");
  EXPECT_EQ(db.value("SELECT statement FROM ddltrail_change_log"),
            "CREATE TABLE t (a TEXT DEFAULT ?  , b DEFAULT -?,"
            " c DEFAULT ?, \"d'e\" VARCHAR(?), [f'g'] DEFAULT ?)");
}

TEST_F(OperationTest, StatementTextFollowsTheSetting) {
  db.run("SELECT ddltrail_setting('statement_text', 'full')");
  db.run("CREATE TABLE t (a DEFAULT 'x') ;");
  db.run("SELECT ddltrail_setting('statement_text', 'none'); DROP TABLE t");
  EXPECT_EQ(db.value("SELECT group_concat(coalesce(statement, '-'), '|') FROM ddltrail_change_log"),
            "CREATE TABLE t (a DEFAULT 'x')|-");
  EXPECT_EQ(db.value("SELECT ddltrail_setting('statement_text')"), "none");
}

TEST_F(OperationTest, MigrationNamesTheChangesOfItsConnectionOnly) {
  db.run("SELECT ddltrail_setting('migration', '0001_users'); CREATE TABLE t (a)");
  Connection(path).run("CREATE TABLE u (a)");
  db.run("SELECT ddltrail_setting('migration', NULL); CREATE TABLE v (a)");
  EXPECT_EQ(db.value("SELECT group_concat(coalesce(migration, '-')) FROM ddltrail_change_log"),
            "0001_users,-,-");
  EXPECT_EQ(db.value("SELECT DISTINCT application FROM ddltrail_change_log"), "sqlite_ext_test");
}

}  // namespace
}  // namespace ddltrail::test
