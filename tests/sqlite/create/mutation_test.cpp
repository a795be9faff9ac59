// The reader takes every text that SQLite takes, and makes the same of it; it refuses the others or
// reads them as what they print, but never fails otherwise. DDLTRAIL_SEED repeats a run,
// DDLTRAIL_ROUNDS sets its length.
#include <gmock/gmock.h>

#include <algorithm>

#include "corpus.h"
#include "mutator.h"
#include "pragmas.h"
#include "sources.h"
#include "sqlite_create/statement.h"
#include "sqlite_create/statement_json.h"
#include "support/from_environment.h"
#include "twin.h"

namespace ddltrail::test {
namespace {

/// What the statements may refer to.
constexpr const char* kBase =
    "CREATE TABLE p (a INTEGER PRIMARY KEY, b TEXT UNIQUE, c, UNIQUE (c, b));"
    "CREATE TABLE keyword_names (\"desc\", \"asc\", \"by\", \"begin\");"
    "CREATE TABLE \"q\"\"1\" (\"a\"\"b\" TEXT, [c\"d] INT);";

/// A database in which statements are tried, one at a time.
class Trial {
 public:
  Trial() : db_(":memory:", Extension::kNone) {
    db_.run(kBase);
    // CREATE TABLE AS may go on forever.
    sqlite3_progress_handler(
        db_.handle(), 100000, [](void*) { return 1; }, nullptr);
  }

  struct Schema {
    std::vector<std::string> lines;
    std::string difference;  // between the reader and the pragmas
  };

  /// What the schema is after the statement; nothing where SQLite does not take it.
  std::optional<Schema> run(const std::string& sql) {
    db_.run("BEGIN");
    std::optional<Schema> schema;
    if (takes(sql))
      schema = Schema{described(db_), difference_from_pragmas(db_) + difference_in_sources(db_)};
    if (sqlite3_get_autocommit(db_.handle()) == 0) db_.run("ROLLBACK");
    return schema;
  }

 private:
  /// The whole text is one statement.
  bool takes(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    const char* tail = nullptr;
    const int rc = sqlite3_prepare_v2(db_.handle(), sql.c_str(), -1, &statement, &tail);
    const bool is_one = rc == SQLITE_OK && !create::Tokenizer(tail).next_solid().text.size();
    const bool is_done = is_one && sqlite3_step(statement) == SQLITE_DONE;
    sqlite3_finalize(statement);
    return is_done;
  }

  Connection db_;
};

bool is_create(const std::string& sql) {
  return create::same_name(create::Tokenizer(sql).next_solid().text, "CREATE");
}

bool is_ascii(const std::string& text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
}

struct Counts {
  int read = 0;
  int taken = 0;
};

void try_one(const std::string& sql, Trial& trial, Trial& twin, Counts& counts) {
  const auto schema = is_create(sql) ? trial.run(sql) : std::nullopt;
  std::optional<create::Statement> statement;
  std::string refusal;
  try {
    statement = create::read_statement(sql);
  } catch (const create::ReadError& error) {
    refusal = error.what();
  }
  if (statement) {
    ++counts.read;
    ASSERT_EQ(lost_in_print(sql), "");
  }
  ASSERT_TRUE(!is_ascii(sql) || Json::accept(create::statement_json(sql)));
  if (!schema) return;
  ++counts.taken;
  ASSERT_TRUE(statement) << refusal;
  const auto printed = create::print(*statement);
  const auto again = twin.run(printed);
  ASSERT_TRUE(again) << printed;
  ASSERT_THAT(again->lines, testing::ContainerEq(schema->lines)) << printed;
  ASSERT_EQ(schema->difference, "");
}

std::vector<std::string> odd_texts() {
  return statements_of(std::filesystem::path(DDLTRAIL_SQL_DIR).parent_path() /
                       "tests/sqlite/create/odd.sql");
}

TEST(CreateMutation, ReaderAgreesWithSqlite) {
  const auto seed = from_environment("DDLTRAIL_SEED", 1000);
  const auto rounds = from_environment("DDLTRAIL_ROUNDS", 3000);
  Mutator mutator(seed, odd_texts());
  Trial trial;
  Trial twin;
  Counts counts;
  for (unsigned round = 0; round < rounds; ++round) {
    const auto sql = mutator.next();
    SCOPED_TRACE("DDLTRAIL_SEED=" + std::to_string(seed) + " round " + std::to_string(round) +
                 ": " + sql);
    ASSERT_NO_FATAL_FAILURE(try_one(sql, trial, twin, counts));
  }
  EXPECT_GT(counts.read, counts.taken);
  EXPECT_GT(counts.taken, static_cast<int>(rounds / 20));
}

}  // namespace
}  // namespace ddltrail::test
