// Six processes change the schema and the rows of one file as fast as they can, two of them without
// the extension: the log tells the schema, every change once, and nobody is refused a lock who
// would have had it otherwise. DDLTRAIL_SECONDS says how long.
#include <chrono>

#include "fixture.h"
#include "process.h"
#include "random_statements.h"

namespace ddltrail::test {
namespace {

using Clock = std::chrono::steady_clock;

Clock::duration duration() {
  const char* chosen = std::getenv("DDLTRAIL_SECONDS");
  return std::chrono::seconds(chosen == nullptr ? 1 : std::stoi(chosen));
}

/// Changes nothing: no row has to tell of it.
bool renames_to_itself(const std::string& sql) {
  const auto column = sql.find("RENAME COLUMN ");
  const auto to = sql.find(" TO ", column);
  if (column == std::string::npos || to == std::string::npos) return false;
  const auto name = sql.substr(column + 14, to - column - 14);
  return sql.substr(to + 4) == name;
}

/// Where SQLite repeats it, its module may give the log the text of a statement of its own.
bool drops_virtual_table(const std::string& sql) { return sql.starts_with("DROP TABLE docs"); }

/// One process. What it did stands in the table witness: a statement of a transaction, which must
/// be in the log, beside what else the transaction did.
class Writer {
 public:
  Writer(const std::string& path, unsigned number, Extension extension)
      : db_(path, extension), number_(number), statements_(number) {}

  void write_until(Clock::time_point end) {
    while (Clock::now() < end) {
      if (statements_.pick(3) == 0)
        run("UPDATE counter SET n = n + 1");
      else if (statements_.pick(2) == 0)
        run(next_statement());
      else
        run_transaction();
    }
    while (!run("INSERT INTO refused VALUES (" + std::to_string(refused_) + ", " +
                std::to_string(runs_) + ")")) {
    }
  }

 private:
  /// Recognised again by its comment.
  std::string next_statement() {
    sql_ = statements_.next();
    return sql_ + " /* " + std::to_string(number_) + "-" + std::to_string(++count_) + " */";
  }

  bool run(const std::string& sql) {
    ++runs_;
    const auto error = db_.try_run(sql);
    if (sqlite3_errcode(db_.handle()) == SQLITE_BUSY) ++refused_;
    return error.empty();
  }

  void run_transaction() {
    if (!run("BEGIN IMMEDIATE")) return;
    for (int i = 0; i < 3; ++i) {
      const auto statement = next_statement();
      if (!run(statement) || renames_to_itself(sql_) || drops_virtual_table(sql_)) continue;
      char* insert = sqlite3_mprintf("INSERT INTO witness VALUES (%d, %Q)",
                                     static_cast<int>(number_), statement.c_str());
      run(insert);
      sqlite3_free(insert);
    }
    if (statements_.pick(4) == 0 || !run("COMMIT")) db_.try_run("ROLLBACK");
  }

  Connection db_;
  unsigned number_;
  RandomStatements statements_;
  std::string sql_;
  int count_ = 0;
  int refused_ = 0;
  int runs_ = 0;
};

constexpr unsigned kWriters = 6;
constexpr unsigned kWithout = 2;  // the first ones, where there is a log

class HammerTest : public testing::TestWithParam<const char*> {
 protected:
  void hammer(unsigned without) {
    {
      Connection db(path, Extension::kNone);
      db.run(std::string("PRAGMA journal_mode = ") + GetParam());
      db.run(
          "CREATE TABLE counter (n); INSERT INTO counter VALUES (0);"
          "CREATE TABLE witness (writer, statement); CREATE TABLE refused (n, runs)");
      if (without < kWriters) {
        db.load_extension();
        db.run("SELECT ddltrail_install(), ddltrail_setting('statement_text', 'full')");
      }
    }
    const auto end = Clock::now() + duration();
    std::vector<pid_t> writers;
    for (unsigned i = 0; i < kWriters; ++i) {
      const auto extension = i < without ? Extension::kNone : Extension::kLoaded;
      writers.push_back(
          start_process([&, i, extension] { Writer(path, i, extension).write_until(end); }));
    }
    for (const auto writer : writers) EXPECT_TRUE(ended_well(writer));
  }

  double share_of_refused() {
    Connection db(path, Extension::kNone);
    return std::stod(db.value("SELECT 1.0 * sum(n) / sum(runs) FROM refused"));
  }

  TemporaryDirectory directory;
  std::string path = directory.file("test.db");
};

/// An object is created once, goes away once, and no two rows in a row say the same of it.
void expect_each_change_once(Connection& db) {
  std::map<std::string, Row> last_rows;
  for (const auto& row :
       db.rows("SELECT object_id, details ->> '$[0].op', id, definition, details"
               " FROM ddltrail_change_log WHERE object_kind <> 'trigger' ORDER BY id")) {
    const auto known = last_rows.find(*row[0]);
    const Row told{row[3], row[4]};
    SCOPED_TRACE("row " + *row[2]);
    EXPECT_EQ(known == last_rows.end(), row[1] == "create");
    if (known != last_rows.end()) {
      EXPECT_NE(known->second, told);
    }
    if (row[3])
      last_rows[*row[0]] = told;
    else
      last_rows.erase(*row[0]);
  }
}

TEST_P(HammerTest, LogTellsEveryChangeOnce) {
  hammer(kWithout);
  Connection db(path);
  EXPECT_EQ(db.value("PRAGMA integrity_check"), "ok");
  EXPECT_EQ(difference(db, ObjectIds::kIgnored), "");
  EXPECT_GT(std::stoi(db.value("SELECT count(*) FROM witness")), 5);
  EXPECT_EQ(db.rows("SELECT statement FROM witness WHERE writer >= " + std::to_string(kWithout) +
                    " EXCEPT SELECT statement FROM ddltrail_change_log"),
            std::vector<Row>());
  EXPECT_EQ(db.rows("SELECT statement FROM ddltrail_change_log WHERE statement GLOB '*[*]/'"
                    " GROUP BY statement HAVING count(*) > 1"),
            std::vector<Row>());
  expect_each_change_once(db);
  RecordProperty("commands",
                 db.value("SELECT count(DISTINCT command_id) FROM ddltrail_change_log"));
}

TEST_P(HammerTest, NobodyIsRefusedForTheLog) {
  hammer(kWithout);
  const auto with = share_of_refused();
  path = directory.file("plain.db");
  hammer(kWriters);
  const auto without = share_of_refused();
  RecordProperty("with", std::to_string(with));
  RecordProperty("without", std::to_string(without));
  EXPECT_LE(with, without + 0.005);
}

INSTANTIATE_TEST_SUITE_P(JournalModes, HammerTest, testing::Values("wal", "delete"),
                         [](const auto& mode) { return std::string(mode.param); });

}  // namespace
}  // namespace ddltrail::test
