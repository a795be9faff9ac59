// Connections and databases that are set up otherwise than by default: the log is the same.
#include <atomic>
#include <thread>

#include "fixture.h"

namespace ddltrail::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr char kStatements[] =
    "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT UNIQUE);"
    "CREATE TABLE u (a REFERENCES t (a) DEFERRABLE INITIALLY DEFERRED);"
    "CREATE VIEW v AS SELECT b FROM t;"
    "CREATE TRIGGER g AFTER INSERT ON t BEGIN INSERT INTO t (b) SELECT new.b || 'x' WHERE new.a < "
    "3;"
    " END;"
    "ALTER TABLE t RENAME COLUMN b TO c; ALTER TABLE u ADD COLUMN d; CREATE INDEX i ON u (d);"
    "INSERT INTO t (c) VALUES ('x'); DROP VIEW v";

/// How many statements the log has.
std::string commands(Connection& db) {
  return db.value(
      "SELECT count(DISTINCT command_id) FROM ddltrail_change_log WHERE action <> 'baseline'");
}

struct Setting {
  const char* name;
  const char* sql;
};

/// With a log already there, and one that is installed under the setting.
class CitizenSettingTest : public testing::TestWithParam<Setting> {};

INSTANTIATE_TEST_SUITE_P(
    Pragmas, CitizenSettingTest,
    testing::Values(Setting{"UntrustedSchema", "PRAGMA trusted_schema = off"},
                    Setting{"RecursiveTriggers", "PRAGMA recursive_triggers = on"},
                    Setting{"ForeignKeys", "PRAGMA foreign_keys = on"},
                    Setting{"CellSizeCheck", "PRAGMA cell_size_check = on"},
                    Setting{"SecureDelete", "PRAGMA secure_delete = on"},
                    Setting{"ReverseOrder", "PRAGMA reverse_unordered_selects = on"},
                    Setting{"CaseSensitiveLike", "PRAGMA case_sensitive_like = on"},
                    Setting{"CountChanges", "PRAGMA count_changes = on"},
                    Setting{"FullColumnNames", "PRAGMA full_column_names = on"},
                    Setting{"LegacyAlterTable", "PRAGMA legacy_alter_table = on"},
                    Setting{"AutoVacuum", "PRAGMA auto_vacuum = full; VACUUM"},
                    Setting{"SmallPages", "PRAGMA page_size = 512; VACUUM"},
                    Setting{"ExclusiveLock", "PRAGMA locking_mode = exclusive"},
                    Setting{"MemoryJournal", "PRAGMA journal_mode = memory"},
                    Setting{"TemporaryInMemory", "PRAGMA temp_store = memory"},
                    Setting{"TinyCache", "PRAGMA cache_size = 1"}),
    [](const auto& info) { return info.param.name; });

TEST_P(CitizenSettingTest, LogTellsTheSchema) {
  TemporaryDirectory directory;
  Connection db(directory.file("test.db"));
  db.run(GetParam().sql);
  db.install();
  db.run(kStatements);
  EXPECT_EQ(commands(db), "8");
  EXPECT_EQ(difference(db), "");
  EXPECT_EQ(db.value("PRAGMA integrity_check"), "ok");
}

using CitizenConnectionTest = LogTest;

TEST_F(CitizenConnectionTest, DefensiveConnectionIsLogged) {
  sqlite3_db_config(db.handle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  db.run(kStatements);
  EXPECT_EQ(difference(db), "");
}

TEST_F(CitizenConnectionTest, LimitsThatTheManualRecommendsAreNoLimitsOfTheLog) {
  const std::vector<std::pair<int, int>> limits = {
      {SQLITE_LIMIT_LENGTH, 1000000},    {SQLITE_LIMIT_SQL_LENGTH, 100000},
      {SQLITE_LIMIT_COLUMN, 100},        {SQLITE_LIMIT_EXPR_DEPTH, 10},
      {SQLITE_LIMIT_COMPOUND_SELECT, 3}, {SQLITE_LIMIT_VDBE_OP, 25000},
      {SQLITE_LIMIT_FUNCTION_ARG, 8},    {SQLITE_LIMIT_ATTACHED, 0},
      {SQLITE_LIMIT_VARIABLE_NUMBER, 10}};
  for (const auto& [limit, value] : limits) sqlite3_limit(db.handle(), limit, value);
  db.run(kStatements);
  EXPECT_EQ(commands(db), "8");
  for (const auto& [limit, value] : limits) EXPECT_EQ(sqlite3_limit(db.handle(), limit, -1), value);
}

TEST_F(CitizenConnectionTest, QueryOnlyConnectionReadsAndChangesNothing) {
  db.run("PRAGMA query_only = on");
  EXPECT_EQ(db.try_run("CREATE TABLE t (a)"), "attempt to write a readonly database");
  EXPECT_EQ(db.value("SELECT count(*) FROM ddltrail_tables"), "0");
  db.run("PRAGMA query_only = off; CREATE TABLE t (a)");
  EXPECT_THAT(db.trail(), ElementsAre("create table t [create]"));
}

TEST_F(CitizenConnectionTest, CommitThatForeignKeysRefuseCanBeMendedAndRepeated) {
  db.run(
      "PRAGMA foreign_keys = on; CREATE TABLE p (a INTEGER PRIMARY KEY);"
      "CREATE TABLE c (a REFERENCES p (a) DEFERRABLE INITIALLY DEFERRED);"
      "BEGIN; CREATE TABLE t (a); INSERT INTO c VALUES (1)");
  EXPECT_EQ(db.try_run("COMMIT"), "FOREIGN KEY constraint failed");
  db.run("INSERT INTO p VALUES (1); ALTER TABLE t ADD COLUMN b; COMMIT");
  EXPECT_THAT(db.trail(), ElementsAre("create table p [create]", "create table c [create]",
                                      "create table t [create]", "alter table t [add_column]"));
  EXPECT_EQ(difference(db), "");
}

TEST_F(CitizenConnectionTest, InterruptBetweenStatementsStopsNothing) {
  db.run("BEGIN; CREATE TABLE t (a)");
  sqlite3_interrupt(db.handle());
  db.run("COMMIT");
  EXPECT_THAT(db.trail(), ElementsAre("create table t [create]"));
}

TEST_F(CitizenConnectionTest, SerializedDatabaseGoesOnWithItsLog) {
  db.run("CREATE TABLE t (a)");
  sqlite3_int64 size = 0;
  unsigned char* bytes = sqlite3_serialize(db.handle(), "main", &size, 0);
  Connection image(":memory:");
  ASSERT_EQ(sqlite3_deserialize(image.handle(), "main", bytes, size, size,
                                SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE),
            SQLITE_OK);
  image.run("ALTER TABLE t ADD COLUMN b");
  EXPECT_THAT(image.trail(), ElementsAre("create table t [create]", "alter table t [add_column]"));
  EXPECT_EQ(difference(image), "");
}

TEST_F(CitizenConnectionTest, SharedCacheIsLogged) {
  const auto uri = "file:" + path + "?cache=shared";
  Connection one(uri);
  Connection other(uri);
  one.run("CREATE TABLE t (a)");
  other.run("ALTER TABLE t ADD COLUMN b");
  one.run("BEGIN; CREATE TABLE u (a); COMMIT");
  EXPECT_THAT(one.trail(), ElementsAre("create table t [create]", "alter table t [add_column]",
                                       "create table u [create]"));
}

TEST(CitizenEncodingTest, Utf16DatabaseIsLogged) {
  for (const std::string encoding : {"UTF-16le", "UTF-16be"}) {
    TemporaryDirectory directory;
    Connection db(directory.file("test.db"));
    db.run("PRAGMA encoding = '" + encoding + "'");
    db.install();
    db.run(kStatements);
    db.run("CREATE TABLE \"größe\" (\"naïve\" TEXT DEFAULT 'ß')");
    EXPECT_EQ(commands(db), "9");
    EXPECT_EQ(difference(db), "");
  }
}

TEST_F(CitizenConnectionTest, ThreadsWithConnectionsOfTheirOwnAreLogged) {
  db.run("PRAGMA journal_mode = wal");
  constexpr int kThreads = 4;
  constexpr int kTables = 5;
  std::atomic<int> failed = 0;
  std::vector<std::thread> threads;
  for (int number = 0; number < kThreads; ++number) {
    threads.emplace_back([&, number] {
      try {
        Connection own(path);
        for (int i = 0; i < kTables; ++i) {
          const auto name = "t_" + std::to_string(number) + "_" + std::to_string(i);
          own.run("CREATE TABLE " + name + " (a); ALTER TABLE " + name + " RENAME a TO b");
        }
      } catch (const std::exception&) {
        ++failed;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(failed, 0);
  EXPECT_EQ(db.trail().size(), 2u * kThreads * kTables);
  EXPECT_EQ(difference(db), "");
}

}  // namespace
}  // namespace ddltrail::test
