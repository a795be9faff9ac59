// The definitions in the log, taken together, are the schema: after every step of a random
// sequence.
#include "fixture.h"
#include "random_statements.h"

namespace ddltrail::test {
namespace {

/// The same in every run unless DDLTRAIL_TEST_SEED says otherwise; printed with every failure.
unsigned seed_of(unsigned index) {
  const char* chosen = std::getenv("DDLTRAIL_TEST_SEED");
  return chosen == nullptr ? 1000 + index : static_cast<unsigned>(std::stoul(chosen));
}

class ReplayTest : public LogTest, public testing::WithParamInterface<unsigned> {
 protected:
  const unsigned seed = seed_of(GetParam());
  int pick_few() { return statements.pick(3) == 0 ? 1 : 0; }

  RandomStatements statements{seed};
};

TEST_P(ReplayTest, DefinitionsAreTheSchemaAfterEveryStep) {
  SCOPED_TRACE("seed " + std::to_string(seed));
  int worked = 0;
  for (int step = 0; step < 150; ++step) {
    const auto statement = statements.next();
    worked += db.try_run(statement).empty() ? 1 : 0;
    ASSERT_EQ(difference(db), "") << "step " << step << ": " << statement;
  }
  EXPECT_GT(worked, 30);
}

TEST_P(ReplayTest, TransactionsAndStrangersLoseNothing) {
  SCOPED_TRACE("seed " + std::to_string(seed));
  Connection stranger(path, Extension::kNone);
  for (int step = 0; step < 120; ++step) {
    const int kind = statements.pick(12);
    const auto statement = kind == 0   ? "BEGIN"
                           : kind == 1 ? "COMMIT"
                           : kind == 2 ? "ROLLBACK"
                           : kind == 3 ? "SAVEPOINT s"
                           : kind == 4 ? "ROLLBACK TO s"
                           : kind == 5 ? "VACUUM"
                                       : statements.next();
    // A stranger has to wait for the end of our transaction.
    const bool is_strange = sqlite3_get_autocommit(db.handle()) != 0 && statements.pick(4) == 0;
    (is_strange && kind > 4 ? stranger : db).try_run(statement);
    if (sqlite3_get_autocommit(db.handle()) == 0) continue;
    db.run("SELECT ddltrail_capture()");
    ASSERT_EQ(difference(db, ObjectIds::kIgnored), "") << "step " << step << ": " << statement;
  }
}

/// Rows that do not follow from the one before of the same object, or are of no command.
constexpr char kWrongRows[] = R"(
WITH told AS (
  SELECT *, details ->> '$[0].op' AS op, lag(object_name) OVER life AS name_before,
         lag(details ->> '$[0].op') OVER life AS op_before
  FROM ddltrail_change_log WINDOW life AS (PARTITION BY object_id ORDER BY id))
SELECT group_concat(id || ' ' || action || ' ' || object_name, '; ') FROM told
WHERE (name_before IS NULL) <> (op = 'create') OR op_before = 'drop'
   OR name_before <> coalesce(previous_name, object_name)
   OR command_id NOT IN (SELECT id FROM ddltrail_change_log))";

TEST_P(ReplayTest, RebuildsInTransactionsLoseNothing) {
  SCOPED_TRACE("seed " + std::to_string(seed));
  constexpr const char* kBetween[] = {"SAVEPOINT s", "ROLLBACK TO s", "RELEASE s"};
  for (int step = 0; step < 60; ++step) {
    std::string done = "BEGIN";
    db.run(done);
    for (int rebuilds = 1 + pick_few(); rebuilds > 0; --rebuilds) {
      for (const auto& part : statements.rebuild()) {
        done += "; " + part;
        db.try_run(part);
        const int other = statements.pick(12);
        const std::string next = other < 3    ? kBetween[other]
                                 : other == 3 ? statements.next()
                                              : std::string();
        if (!next.empty()) db.try_run(next);
        done += "; " + next;
      }
    }
    db.run(statements.pick(6) == 0 ? "ROLLBACK" : "COMMIT");
    ASSERT_EQ(difference(db, ObjectIds::kIgnored), "") << "step " << step << ": " << done;
    ASSERT_EQ(db.value(kWrongRows), "null") << "step " << step << ": " << done;
    if (statements.pick(3) == 0) db.try_run(statements.next());
  }
  EXPECT_NE(db.value("SELECT count(*) FROM ddltrail_change_log"
                     " WHERE instr(statement, ';' || char(10)) > 0"),
            "0");
}

INSTANTIATE_TEST_SUITE_P(Seeds, ReplayTest, testing::Range(0U, 6U));

TEST_F(LogTest, TableFunctionsYieldTheRelations) {
  RandomStatements statements(seed_of(0));
  for (int step = 0; step < 60; ++step) db.try_run(statements.next());
  for (const auto& [relation, rows] : read_schema(db)) {
    EXPECT_EQ(db.value("SELECT count(*) FROM ddltrail_" + relation), std::to_string(rows.size()))
        << relation;
  }
  const auto of_one = db.rows(
      "SELECT column_name FROM ddltrail_columns"
      " WHERE table_name = 'plain' AND schema_name = 'main'");
  EXPECT_EQ(db.rows("SELECT name FROM pragma_table_xinfo('plain')"), of_one);
  EXPECT_EQ(db.value("SELECT count(*) FROM ddltrail_tables WHERE table_name = 'PLAIN'"
                     " COLLATE NOCASE"),
            "1");
}

}  // namespace
}  // namespace ddltrail::test
