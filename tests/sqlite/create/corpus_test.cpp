// Every CREATE that SQLite takes from our SQL files is read and printed, and the print makes the
// same schema again.
#include "corpus.h"

#include <gmock/gmock.h>

#include <set>

#include "pragmas.h"
#include "sources.h"
#include "twin.h"

namespace ddltrail::test {
namespace {

/// The texts of the schema that were not there before.
std::vector<std::string> new_texts(Connection& db, std::set<std::string>& seen) {
  std::vector<std::string> texts;
  for (const auto& row : db.rows("SELECT sql FROM main.sqlite_schema WHERE sql IS NOT NULL"))
    if (seen.insert(*row[0]).second) texts.push_back(*row[0]);
  return texts;
}

void expect_same_from_print(Connection& db) {
  Connection twin(":memory:", Extension::kNone);
  make_twin(db, twin);
  ASSERT_THAT(described(twin), testing::ContainerEq(described(db)));
  ASSERT_EQ(difference_from_pragmas(db), "");
  ASSERT_EQ(difference_in_sources(db), "");
}

/// What is there may be gone after it.
bool takes_away(const std::string& statement) {
  return sqlite3_strnicmp(statement.c_str(), "create", 6) != 0;
}

TEST(CreateCorpus, PrintMakesTheSameSchema) {
  std::set<std::string> seen;
  for (const auto& file : sql_files()) {
    SCOPED_TRACE(file);
    Connection db(":memory:", Extension::kNone);
    bool is_new = false;
    for (const auto& statement : statements_of(file)) {
      if (is_new && takes_away(statement)) {
        expect_same_from_print(db);
        is_new = false;
      }
      SCOPED_TRACE(statement);
      db.try_run(statement);
      const auto texts = new_texts(db, seen);
      for (const auto& text : texts) EXPECT_EQ(lost_in_print(text), "");
      is_new |= !texts.empty();
    }
    if (is_new) expect_same_from_print(db);
  }
  EXPECT_GT(seen.size(), 900u);
}

TEST(CreateCorpus, OddTextsAreAllTaken) {
  const auto root = std::filesystem::path(DDLTRAIL_SQL_DIR).parent_path();
  Connection db(":memory:", Extension::kNone);
  for (const auto& statement : statements_of(root / "tests/sqlite/create/odd.sql")) {
    EXPECT_EQ(db.try_run(statement), "") << statement;
    EXPECT_EQ(lost_in_print(statement), "") << statement;
  }
}

}  // namespace
}  // namespace ddltrail::test
