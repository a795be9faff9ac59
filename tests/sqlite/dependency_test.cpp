// ddltrail_dependencies: who needs whom, as SQLite itself resolves the names. That the reader finds
// the same names as SQLite in every view and trigger is tested in create/.
#include "fixture.h"

namespace ddltrail::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class DependencyTest : public testing::Test {
 protected:
  std::vector<std::string> dependencies(const std::string& schema = "main") {
    std::vector<std::string> lines;
    for (const auto& row :
         db.rows("SELECT * FROM ddltrail_dependencies('" + schema + "') ORDER BY 1, 2, 3, 4"))
      lines.push_back(*row[0] + " " + *row[1] + " needs " + *row[2] + " " + *row[3]);
    return lines;
  }

  Connection db{":memory:"};
};

TEST_F(DependencyTest, ViewNeedsWhatItReads) {
  db.run(
      "CREATE TABLE t (a); CREATE TABLE \"Odd t\" (b); CREATE VIEW v AS SELECT a FROM T;"
      "CREATE VIEW w AS WITH t AS (SELECT 1) SELECT * FROM v, t WHERE a IN \"odd t\"");
  EXPECT_THAT(dependencies(), ElementsAre("view main.v needs table main.t",
                                          "view main.w needs table main.\"Odd t\"",
                                          "view main.w needs view main.v"));
}

TEST_F(DependencyTest, TriggerNeedsItsTableAndWhatItUses) {
  db.run(
      "CREATE TABLE t (a); CREATE TABLE log (a); CREATE VIEW v AS SELECT 1 AS a;"
      "CREATE TRIGGER \"on T\" AFTER INSERT ON t WHEN new.a IN (SELECT a FROM v)"
      " BEGIN INSERT INTO log VALUES (new.a); END");
  EXPECT_THAT(dependencies(), ElementsAre("trigger \"on T\" on main.t needs table main.log",
                                          "trigger \"on T\" on main.t needs table main.t",
                                          "trigger \"on T\" on main.t needs view main.v"));
}

TEST_F(DependencyTest, ForeignKeysAndIndexesNeedTables) {
  db.run(
      "CREATE TABLE p (a PRIMARY KEY, b REFERENCES p); CREATE INDEX i ON p (b);"
      "CREATE TABLE c (a REFERENCES P, b REFERENCES missing)");
  EXPECT_THAT(dependencies(), ElementsAre("index main.i needs table main.p",
                                          "index main.sqlite_autoindex_p_1 needs table main.p",
                                          "table main.c needs table main.p"));
}

TEST_F(DependencyTest, VirtualTableIsOneAndTheLogIsNone) {
  db.install();
  db.run(
      "CREATE VIRTUAL TABLE f USING fts5(x); CREATE VIEW v AS SELECT * FROM f('a');"
      "CREATE VIEW of_log AS SELECT * FROM ddltrail_change_log");
  EXPECT_THAT(dependencies(), ElementsAre("view main.v needs virtual table main.f"));
}

TEST_F(DependencyTest, BrokenViewNeedsWhatIsThere) {
  db.run("CREATE TABLE t (a); CREATE VIEW v AS SELECT * FROM t, missing");
  EXPECT_THAT(dependencies(), ElementsAre("view main.v needs table main.t"));
}

TEST_F(DependencyTest, DamagedTextsAreLeftOut) {
  db.run(
      "CREATE TABLE t (a); CREATE VIEW v AS SELECT * FROM t; CREATE VIEW w AS SELECT * FROM t;"
      "PRAGMA writable_schema = ON;"
      "UPDATE sqlite_schema SET sql = 'CREATE VIEW v AS SELECT * FROM t WHERE (' WHERE name = 'v'");
  EXPECT_THAT(dependencies(), ElementsAre("view main.w needs table main.t"));
}

TEST_F(DependencyTest, AttachedFileHasTheNameThatItIsAskedFor) {
  db.run(
      "ATTACH ':memory:' AS \"My file\"; CREATE TABLE \"My file\".t (a);"
      "CREATE VIEW \"My file\".v AS SELECT * FROM t");
  EXPECT_THAT(dependencies("My file"), ElementsAre("view \"My file\".v needs table \"My file\".t"));
  EXPECT_THAT(dependencies(), IsEmpty());
}

TEST_F(DependencyTest, ParenthesesWithoutEndAreLeftOut) {
  db.run(
      "CREATE TABLE t (a); CREATE VIEW v AS SELECT * FROM t; PRAGMA writable_schema = ON;"
      "UPDATE sqlite_schema SET sql = 'CREATE VIEW v AS SELECT * FROM t WHERE ' ||"
      " replace(hex(zeroblob(50000)), '00', '(') || replace(hex(zeroblob(50000)), '00', ')')"
      " WHERE name = 'v'");
  EXPECT_THAT(dependencies(), IsEmpty());
}

}  // namespace
}  // namespace ddltrail::test
