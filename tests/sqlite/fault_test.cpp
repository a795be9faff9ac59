// Writes that fail and power that goes, at every call of a change: the change and its rows are
// there together or not at all.
#include <functional>

#include "faulty_disk.h"
#include "fixture.h"

namespace ddltrail::test {
namespace {

using Fault = FaultyDisk::Fault;

constexpr const char* kBefore =
    "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL UNIQUE);"
    "CREATE VIEW v AS SELECT * FROM t; INSERT INTO t (a) VALUES ('x'), ('y')";

constexpr const char* kLongChange =
    "BEGIN; CREATE TABLE n (a); ALTER TABLE t ADD COLUMN c; CREATE INDEX i ON t (c); DROP VIEW v;"
    "COMMIT";

/// Each is one transaction.
constexpr const char* kChanges[] = {
    "CREATE TABLE n (a, b)", "ALTER TABLE t RENAME COLUMN a TO renamed", kLongChange,
    "BEGIN; SAVEPOINT s; DROP TABLE t; ROLLBACK TO s; ALTER TABLE t RENAME TO n; COMMIT"};

/// One of an attached file, one of two at once.
constexpr const char* kChangesOfTwo[] = {"ALTER TABLE aux.u ADD COLUMN b",
                                         "BEGIN; ALTER TABLE t ADD COLUMN c; ALTER TABLE u ADD "
                                         "COLUMN b; CREATE TABLE aux.n (a); COMMIT"};

/// Every call is tried with DDLTRAIL_FAULT_STEP=1, which takes a quarter of a minute.
int fault_step() {
  const char* chosen = std::getenv("DDLTRAIL_FAULT_STEP");
  return chosen == nullptr ? 4 : std::stoi(chosen);
}

/// A database on the disk, opened as every program of the test opens it.
class DiskConnection : public Connection {
 public:
  DiskConnection(const std::string& mode, Extension extension)
      : Connection(FaultyDisk::uri("test.db"), extension) {
    try_run("PRAGMA journal_mode = " + mode);
  }
  void attach(const std::string& mode) {
    try_run("ATTACH '" + FaultyDisk::uri("other.db") +
            "' AS aux; PRAGMA aux.journal_mode = " + mode);
  }
};

class FaultTest : public testing::TestWithParam<const char*> {
 protected:
  const std::string mode = GetParam();
  FaultyDisk disk;
  FaultyDisk::Files before;
  bool has_two_files = false;

  void prepare(bool two_files) {
    has_two_files = two_files;
    {
      DiskConnection db(mode, Extension::kLoaded);
      db.install();
      db.run(kBefore);
      if (two_files) {
        db.attach(mode);
        db.run("SELECT ddltrail_install('aux'); CREATE TABLE aux.u (a)");
      }
    }
    before = disk.copy();
  }

  /// Whether it went well as far as the program can tell.
  bool run_change(const std::string& change) {
    DiskConnection db(mode, Extension::kLoaded);
    if (has_two_files) db.attach(mode);
    arm();
    const auto error = db.try_run(change);
    if (sqlite3_get_autocommit(db.handle()) == 0) db.try_run("ROLLBACK");
    // The connection goes on as soon as the disk does.
    if (disk.has_power()) {
      disk.repair();
      EXPECT_EQ(db.try_run("CREATE TABLE afterwards (a); DROP TABLE afterwards"), "");
    }
    return error.empty();
  }

  /// The schema of each file, which is what its log says.
  std::vector<std::string> state() {
    std::vector<std::string> schemas{schema_of("test.db")};
    if (has_two_files) schemas.push_back(schema_of("other.db"));
    return schemas;
  }

  std::string schema_of(const std::string& name) {
    Connection db(FaultyDisk::uri(name), Extension::kNone);
    EXPECT_EQ(db.value("PRAGMA integrity_check"), "ok");
    EXPECT_EQ(
        db.value("PRAGMA schema_version"),
        db.value(
            "SELECT definition ->> '$.schema_version' FROM ddltrail_state WHERE schema_rowid = 0"));
    EXPECT_EQ(difference(db), "");
    return db.value(
        "SELECT group_concat(sql, '; ') FROM sqlite_schema WHERE tbl_name NOT GLOB 'ddltrail_*'");
  }

  /// With a fault at one call after the other, until there are no more.
  void expect_all_or_nothing(const std::string& change, int rc, Fault fault) {
    disk.restore(before);
    old_state = state();
    run_change(change);
    new_state = state();
    ASSERT_NE(old_state, new_state) << change;
    int call = 1;
    while (run_with_fault(change, call, rc, fault) && !HasFailure()) call += fault_step();
  }

  /// Whether there was such a call.
  bool run_with_fault(const std::string& change, int call, int rc, Fault fault) {
    SCOPED_TRACE("call " + std::to_string(call) + " of " + change);
    disk.restore(before);
    arm = [&] { disk.fail(call, rc, fault); };
    const bool went_well = run_change(change);
    arm = [] {};
    const bool was_reached = disk.calls() >= call;
    disk.count();
    if (fault == Fault::kPowerCut) disk.restart(random);
    const auto found = state();
    EXPECT_TRUE(is_whole(found)) << testing::PrintToString(found);
    if (went_well && fault != Fault::kPowerCut) {
      EXPECT_EQ(found, new_state);
    }
    return was_reached;
  }

  /// Between two files WAL promises nothing; to each file and its log it does.
  bool is_whole(const std::vector<std::string>& found) const {
    if (mode != "wal") return found == old_state || found == new_state;
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (found[i] != old_state[i] && found[i] != new_state[i]) return false;
    }
    return true;
  }

  std::function<void()> arm = [] {};
  std::vector<std::string> old_state;
  std::vector<std::string> new_state;
  std::mt19937 random{1};
};

TEST_P(FaultTest, FailedCallLeavesAllOrNothing) {
  prepare(false);
  for (const auto* change : kChanges) expect_all_or_nothing(change, SQLITE_IOERR, Fault::kOnce);
}

TEST_P(FaultTest, FullDiskLeavesAllOrNothing) {
  prepare(false);
  expect_all_or_nothing(kLongChange, SQLITE_FULL, Fault::kOnce);
}

TEST_P(FaultTest, BrokenDiskLeavesAllOrNothing) {
  prepare(false);
  expect_all_or_nothing(kLongChange, SQLITE_IOERR, Fault::kFromThenOn);
}

TEST_P(FaultTest, PowerCutLeavesAllOrNothing) {
  prepare(false);
  for (const auto* change : kChanges) expect_all_or_nothing(change, SQLITE_IOERR, Fault::kPowerCut);
}

TEST_P(FaultTest, FailedCallLeavesAllOrNothingInTwoFiles) {
  prepare(true);
  for (const auto* change : kChangesOfTwo)
    expect_all_or_nothing(change, SQLITE_IOERR, Fault::kOnce);
}

TEST_P(FaultTest, PowerCutLeavesAllOrNothingInTwoFiles) {
  prepare(true);
  for (const auto* change : kChangesOfTwo)
    expect_all_or_nothing(change, SQLITE_IOERR, Fault::kPowerCut);
}

INSTANTIATE_TEST_SUITE_P(JournalModes, FaultTest,
                         testing::Values("delete", "truncate", "persist", "wal"),
                         [](const auto& mode) { return std::string(mode.param); });

}  // namespace
}  // namespace ddltrail::test
