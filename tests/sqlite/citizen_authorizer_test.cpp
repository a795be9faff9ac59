// An authorizer that refuses any one of the questions that SQLite asks about our statements: the
// application's statement is done or fails as a whole, and the log catches up with the schema.
#include "fixture.h"

namespace ddltrail::test {
namespace {

using Question = std::string;

/// Hears every question, and answers one of them otherwise.
struct Censor {
  int verdict = SQLITE_OK;
  Question refused;
  std::set<Question> heard = {};

  static int ask(void* self, int action, const char* a, const char* b, const char*, const char*) {
    auto& censor = *static_cast<Censor*>(self);
    const Question question =
        std::to_string(action) + " " + (a == nullptr ? "" : a) + " " + (b == nullptr ? "" : b);
    censor.heard.insert(question);
    return question == censor.refused ? censor.verdict : SQLITE_OK;
  }
};

/// What is there, and of what the log says that it was dropped.
std::string dropped_in_vain(Connection& db) {
  return db.value(
      "SELECT coalesce(group_concat('dropped: ' || object_name), '') FROM ddltrail_change_log"
      " WHERE details LIKE '%\"op\":\"drop\"%' AND object_name IN (SELECT name FROM "
      "sqlite_schema)");
}

/// A statement under the censor, then the log caught up without. Returns what is not as it was.
std::string run_censored(const std::string& sql, Censor& censor) {
  Connection db(":memory:");
  db.install();
  db.run("CREATE TABLE t (a PRIMARY KEY REFERENCES t (a)); CREATE VIEW v AS SELECT a FROM t");
  sqlite3_set_authorizer(db.handle(), Censor::ask, &censor);
  db.try_run(sql);
  sqlite3_set_authorizer(db.handle(), nullptr, nullptr);
  db.run("SELECT ddltrail_capture(); ALTER TABLE t ADD COLUMN c");
  return difference(db) + dropped_in_vain(db);
}

/// Those that are about the application's own statement break that.
bool is_ours(const Question& question) {
  return question.find("ddltrail_") != std::string::npos || question.starts_with("19 ") ||
         question.starts_with("20 sqlite_master");
}

using CitizenAuthorizerTest = testing::TestWithParam<int>;

INSTANTIATE_TEST_SUITE_P(Verdicts, CitizenAuthorizerTest,
                         testing::Values(SQLITE_DENY, SQLITE_IGNORE), [](const auto& info) {
                           return info.param == SQLITE_DENY ? "Deny" : "Ignore";
                         });

TEST_P(CitizenAuthorizerTest, RefusedQuestionLosesNothing) {
  for (const std::string sql :
       {"ALTER TABLE t ADD COLUMN b", "CREATE TABLE u (a)", "DROP VIEW v"}) {
    Censor all{SQLITE_OK, ""};
    EXPECT_EQ(run_censored(sql, all), "");
    for (const auto& question : all.heard) {
      if (!is_ours(question)) continue;
      Censor censor{GetParam(), question};
      EXPECT_EQ(run_censored(sql, censor), "") << sql << ", " << question;
    }
  }
}

}  // namespace
}  // namespace ddltrail::test
