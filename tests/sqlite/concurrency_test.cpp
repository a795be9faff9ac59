// Several processes write at once, and processes die: the log says what the schema is.
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "fixture.h"
#include "process.h"
#include "random_statements.h"

namespace ddltrail::test {
namespace {

void write_at_random(const std::string& path, unsigned seed, Extension extension, int steps) {
  Connection db(path, extension);
  RandomStatements statements(seed);
  for (int step = 0; step < steps; ++step) {
    if (statements.pick(3) != 0) {
      db.try_run(statements.next());
      continue;
    }
    db.try_run("BEGIN IMMEDIATE");
    for (int i = 0; i < 3; ++i) db.try_run(statements.next());
    db.try_run(statements.pick(4) == 0 ? "ROLLBACK" : "COMMIT");
  }
}

class ConcurrencyTest : public testing::TestWithParam<const char*> {
 protected:
  // Nothing is open here while processes fork.
  void prepare() {
    Connection db(path);
    db.run(std::string("PRAGMA journal_mode = ") + GetParam());
    db.install();
  }
  void expect_sound() {
    Connection db(path);
    EXPECT_EQ(db.value("PRAGMA integrity_check"), "ok");
    EXPECT_EQ(difference(db, ObjectIds::kIgnored), "");
  }

  TemporaryDirectory directory;
  std::string path = directory.file("test.db");
};

TEST_P(ConcurrencyTest, ThreeWritersLoseNothing) {
  prepare();
  std::vector<pid_t> writers;
  for (unsigned i = 0; i < 3; ++i) {
    writers.push_back(start_process([&] { write_at_random(path, 7 + i, Extension::kLoaded, 40); }));
  }
  for (const auto writer : writers) EXPECT_TRUE(ended_well(writer));
  expect_sound();
  Connection db(path);
  // How many statements fail or roll back depends on who comes first; that many never do.
  EXPECT_GT(std::stoi(db.value("SELECT count(*) FROM ddltrail_change_log")), 30);
  EXPECT_EQ(db.value("SELECT count(*) FROM ddltrail_change_log AS c WHERE action <> 'inferred'"
                     " AND id = command_id AND statement IS NULL"),
            "0");
}

TEST_P(ConcurrencyTest, WriterWithoutTheExtensionLosesNothing) {
  prepare();
  std::vector<pid_t> writers;
  for (unsigned i = 0; i < 3; ++i) {
    const auto extension = i == 0 ? Extension::kNone : Extension::kLoaded;
    writers.push_back(
        start_process([&, i, extension] { write_at_random(path, 70 + i, extension, 40); }));
  }
  for (const auto writer : writers) EXPECT_TRUE(ended_well(writer));
  expect_sound();
}

TEST_P(ConcurrencyTest, KilledWriterLeavesLogAndSchemaAgreeing) {
  prepare();
  for (unsigned round = 0; round < 12; ++round) {
    const pid_t writer =
        start_process([&] { write_at_random(path, 100 + round, Extension::kLoaded, 1000); });
    usleep(20000 + 5000 * round);
    kill(writer, SIGKILL);
    waitpid(writer, nullptr, 0);
    // Read without the extension, which would catch up: the log must not be behind.
    Connection db(path, Extension::kNone);
    ASSERT_EQ(
        db.value(
            "SELECT definition ->> '$.schema_version' FROM ddltrail_state WHERE schema_rowid = 0"),
        db.value("PRAGMA schema_version"));
    ASSERT_EQ(difference(db), "");
  }
}

INSTANTIATE_TEST_SUITE_P(JournalModes, ConcurrencyTest, testing::Values("wal", "delete"),
                         [](const auto& mode) { return std::string(mode.param); });

}  // namespace
}  // namespace ddltrail::test
