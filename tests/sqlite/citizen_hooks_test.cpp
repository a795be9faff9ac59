// Applications that use the hooks of their connection themselves, set before the extension is
// loaded or after: their hooks go on, and the log gets every change, at the latest by catching up.
#define SQLITE_ENABLE_PREUPDATE_HOOK
#include <functional>

#include "fixture.h"

namespace ddltrail::test {
namespace {

using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::Ge;
using testing::IsEmpty;
using testing::StartsWith;

enum class Order { kHookFirst, kExtensionFirst };

/// What the hooks of the application were told.
using Events = std::vector<std::string>;

void note(void* events, const char* text) {
  static_cast<Events*>(events)->push_back(text == nullptr ? "" : text);
}

class CitizenHooksTest : public testing::TestWithParam<Order> {
 protected:
  CitizenHooksTest() { Connection(path).install(); }

  /// Opens the connection of the application.
  void open(const std::function<void(sqlite3*)>& set_hooks) {
    db.emplace(path, Extension::kNone);
    if (GetParam() == Order::kHookFirst) set_hooks(db->handle());
    db->load_extension();
    if (GetParam() == Order::kExtensionFirst) set_hooks(db->handle());
    events.clear();
  }

  TemporaryDirectory directory;
  std::string path = directory.file("test.db");
  Events events;
  std::optional<Connection> db;
};

INSTANTIATE_TEST_SUITE_P(Orders, CitizenHooksTest,
                         testing::Values(Order::kHookFirst, Order::kExtensionFirst),
                         [](const auto& info) {
                           return info.param == Order::kHookFirst ? "HookFirst" : "ExtensionFirst";
                         });

int note_action(void* events, int, const char* object, const char*, const char*, const char*) {
  note(events, object);
  return SQLITE_OK;
}

TEST_P(CitizenHooksTest, AuthorizerIsAsked) {
  open([this](sqlite3* handle) { sqlite3_set_authorizer(handle, note_action, &events); });
  db->run("CREATE TABLE t (a)");
  EXPECT_THAT(events, Contains("t"));
  EXPECT_THAT(db->trail(), ElementsAre("create table t [create]"));
}

int deny_the_log(void*, int, const char* object, const char*, const char*, const char*) {
  return object != nullptr && std::string_view(object).starts_with("ddltrail_") ? SQLITE_DENY
                                                                                : SQLITE_OK;
}

TEST_P(CitizenHooksTest, AuthorizerThatDeniesTheLogLeavesChangesToBeInferred) {
  open([](sqlite3* handle) { sqlite3_set_authorizer(handle, deny_the_log, nullptr); });
  db->run("CREATE TABLE t (a); BEGIN; CREATE TABLE u (a); ALTER TABLE t ADD COLUMN b; COMMIT");
  sqlite3_set_authorizer(db->handle(), nullptr, nullptr);
  EXPECT_THAT(db->trail(), IsEmpty());
  db->run("CREATE TABLE v (a)");
  EXPECT_THAT(db->trail(), ElementsAre("inferred table t [create]", "inferred table u [create]",
                                       "create table v [create]"));
  EXPECT_EQ(difference(*db), "");
}

/// Lets through what the application itself does with its tables t and u, as a sandbox would.
int deny_the_unknown(void*, int action, const char* object, const char*, const char* database,
                     const char*) {
  if (database != nullptr && std::string_view(database) != "main") return SQLITE_DENY;
  const std::string_view name = object == nullptr ? "" : object;
  switch (action) {
    case SQLITE_CREATE_TABLE:
    case SQLITE_INSERT:
    case SQLITE_UPDATE:
    case SQLITE_READ:
      return name == "t" || name == "u" || name == "sqlite_master" ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_SELECT:
    case SQLITE_TRANSACTION:
      return SQLITE_OK;
    default:
      return SQLITE_DENY;
  }
}

TEST_P(CitizenHooksTest, AuthorizerThatDeniesWhatItDoesNotKnowLeavesChangesToBeInferred) {
  open([](sqlite3* handle) { sqlite3_set_authorizer(handle, deny_the_unknown, nullptr); });
  db->run("CREATE TABLE t (a); INSERT INTO t VALUES (1)");
  EXPECT_EQ(db->value("SELECT a FROM t"), "1");
  EXPECT_NE(db->try_run("DROP TABLE t"), "");
  sqlite3_set_authorizer(db->handle(), nullptr, nullptr);
  EXPECT_EQ(db->value("SELECT ddltrail_capture()"), "1");
  EXPECT_EQ(difference(*db), "");
}

int note_statement(unsigned, void* events, void* statement, void*) {
  note(events, sqlite3_sql(static_cast<sqlite3_stmt*>(statement)));
  return 0;
}

class CitizenTraceTest : public LogTest {
 protected:
  Events events;
};

TEST_F(CitizenTraceTest, TakesTheSlotAndChangesAreInferred) {
  sqlite3_trace_v2(db.handle(), SQLITE_TRACE_STMT, note_statement, &events);
  db.run("CREATE TABLE t (a)");
  EXPECT_THAT(events, ElementsAre("CREATE TABLE t (a)"));
  EXPECT_EQ(db.value("SELECT ddltrail_capture()"), "1");
  EXPECT_THAT(db.trail(), ElementsAre("inferred table t [create]"));
}

TEST_F(CitizenTraceTest, GoesOnAfterCatchingUp) {
  sqlite3_trace_v2(db.handle(), SQLITE_TRACE_STMT, note_statement, &events);
  db.run("CREATE TABLE t (a); SELECT ddltrail_capture()");
  events.clear();
  db.run("SELECT 1; CREATE TABLE u (a)");
  EXPECT_THAT(events, ElementsAre("SELECT 1;", "CREATE TABLE u (a)"));
}

TEST_F(CitizenTraceTest, LeavesTheSlotToTheExtensionLoadedAgain) {
  sqlite3_trace_v2(db.handle(), SQLITE_TRACE_STMT, note_statement, &events);
  db.run("CREATE TABLE t (a)");
  sqlite3_trace_v2(db.handle(), 0, nullptr, nullptr);
  db.load_extension();
  db.run("CREATE TABLE u (a)");
  EXPECT_THAT(db.trail(), ElementsAre("inferred table t [create]", "create table u [create]"));
}

TEST_F(CitizenTraceTest, MayBeTakenInsideATransaction) {
  db.run("BEGIN; CREATE TABLE t (a)");
  sqlite3_trace_v2(db.handle(), SQLITE_TRACE_STMT, note_statement, &events);
  db.run("COMMIT");
  EXPECT_EQ(events.front(), "COMMIT");
  EXPECT_THAT(db.trail(), ElementsAre("create table t [create]"));
  events.clear();
  db.run("SELECT 1");
  EXPECT_THAT(events, ElementsAre("SELECT 1"));
}

void note_profile(void* events, const char* sql, sqlite3_uint64) { note(events, sql); }

TEST_F(CitizenTraceTest, ProfileOfItsOwnOutlivesSchemaChanges) {
  sqlite3_profile(db.handle(), note_profile, &events);
  db.run("CREATE TABLE t (a); SELECT 1; BEGIN; CREATE TABLE u (a); COMMIT; SELECT 2");
  EXPECT_THAT(events, Contains("SELECT 1;"));
  EXPECT_THAT(events, Contains("SELECT 2"));
  EXPECT_THAT(db.trail(), ElementsAre("create table t [create]", "create table u [create]"));
}

int count_commit(void* count) { return ++*static_cast<int*>(count), 0; }
int refuse_commit(void*) { return 1; }
void count_rollback(void* count) { ++*static_cast<int*>(count); }

TEST_P(CitizenHooksTest, CommitHookIsCalledOncePerTransaction) {
  int commits = 0;
  open([&](sqlite3* handle) { sqlite3_commit_hook(handle, count_commit, &commits); });
  commits = 0;
  db->run("CREATE TABLE t (a); BEGIN; CREATE TABLE u (a); DROP TABLE t; COMMIT; SELECT 1");
  EXPECT_EQ(commits, 2);
  EXPECT_EQ(difference(*db), "");
}

TEST_P(CitizenHooksTest, CommitHookThatRefusesLeavesNeitherChangeNorRow) {
  open([](sqlite3* handle) { sqlite3_commit_hook(handle, refuse_commit, nullptr); });
  EXPECT_NE(db->try_run("CREATE TABLE t (a)"), "");
  EXPECT_NE(db->try_run("BEGIN; CREATE TABLE t (a); COMMIT"), "");
  db->try_run("ROLLBACK");
  sqlite3_commit_hook(db->handle(), nullptr, nullptr);
  EXPECT_THAT(db->trail(), IsEmpty());
  db->run("CREATE TABLE t (a)");
  EXPECT_THAT(db->trail(), ElementsAre("create table t [create]"));
}

TEST_P(CitizenHooksTest, RollbackHookIsCalled) {
  int rollbacks = 0;
  open([&](sqlite3* handle) { sqlite3_rollback_hook(handle, count_rollback, &rollbacks); });
  rollbacks = 0;
  db->run("BEGIN; CREATE TABLE t (a); SELECT 1; ROLLBACK");
  EXPECT_EQ(rollbacks, 1);
  EXPECT_THAT(db->trail(), IsEmpty());
}

void note_update(void* events, int, const char*, const char* table, sqlite3_int64) {
  note(events, table);
}

TEST_P(CitizenHooksTest, UpdateHookSeesTheRowsOfTheApplicationAndOfTheLog) {
  open([this](sqlite3* handle) { sqlite3_update_hook(handle, note_update, &events); });
  db->run("CREATE TABLE t (a)");
  EXPECT_THAT(events, Each(StartsWith("ddltrail_")));
  EXPECT_THAT(events, Contains("ddltrail_change_log").Times(1));
  events.clear();
  db->run("INSERT INTO t VALUES (1), (2); UPDATE t SET a = 3; DELETE FROM t WHERE a = 3");
  EXPECT_THAT(events, ElementsAre("t", "t", "t", "t", "t", "t"));
}

void note_preupdate(void* events, sqlite3*, int, const char*, const char* table, sqlite3_int64,
                    sqlite3_int64) {
  note(events, table);
}

TEST_P(CitizenHooksTest, PreupdateHookSeesTheRowsOfTheApplication) {
  open([this](sqlite3* handle) { sqlite3_preupdate_hook(handle, note_preupdate, &events); });
  db->run("CREATE TABLE t (a)");
  events.clear();
  db->run("INSERT INTO t VALUES (1); UPDATE t SET a = 2");
  EXPECT_THAT(events, ElementsAre("t", "t"));
  EXPECT_THAT(db->trail(), ElementsAre("create table t [create]"));
}

int note_wal(void* count, sqlite3*, const char*, int) { return ++*static_cast<int*>(count), 0; }

TEST_P(CitizenHooksTest, WalHookIsCalledOncePerCommit) {
  Connection(path).run("PRAGMA journal_mode = wal");
  int commits = 0;
  open([&](sqlite3* handle) { sqlite3_wal_hook(handle, note_wal, &commits); });
  commits = 0;
  db->run("CREATE TABLE t (a); BEGIN; CREATE TABLE u (a); SELECT 1; COMMIT");
  EXPECT_EQ(commits, 2);
  EXPECT_EQ(difference(*db), "");
}

int count_progress(void* count) { return ++*static_cast<int*>(count), 0; }

TEST_P(CitizenHooksTest, ProgressHandlerIsCalled) {
  int calls = 0;
  open([&](sqlite3* handle) { sqlite3_progress_handler(handle, 1, count_progress, &calls); });
  db->run("CREATE TABLE t (a)");
  EXPECT_THAT(calls, Ge(10));
  EXPECT_THAT(db->trail(), ElementsAre("create table t [create]"));
}

/// Interrupts once, after a number of calls.
int interrupt_at(void* left) { return --*static_cast<int*>(left) == 0; }

TEST_P(CitizenHooksTest, ProgressHandlerThatInterruptsLosesNothing) {
  int left = 0;
  open([&](sqlite3* handle) { sqlite3_progress_handler(handle, 5, interrupt_at, &left); });
  bool was_interrupted = true;
  for (int calls = 1; was_interrupted; calls += 1 + calls / 20) {
    left = calls;
    const auto error = db->try_run("CREATE TABLE t" + std::to_string(calls) + " (a, b UNIQUE)");
    was_interrupted = left <= 0;
    left = 0;
    EXPECT_THAT(error, testing::AnyOf("", "interrupted", testing::HasSubstr("ddltrail: ")));
    db->run("SELECT ddltrail_capture()");
    ASSERT_EQ(difference(*db), "") << "interrupted at call " << calls << ": " << error;
  }
}

int give_up(void* calls, int) { return ++*static_cast<int*>(calls) < 3; }

TEST_P(CitizenHooksTest, BusyHandlerDecidesHowLongDdlWaits) {
  int calls = 0;
  open([&](sqlite3* handle) { sqlite3_busy_handler(handle, give_up, &calls); });
  Connection other(path, Extension::kNone);
  other.run("BEGIN IMMEDIATE");
  calls = 0;
  EXPECT_EQ(db->try_run("CREATE TABLE t (a)"), "database is locked");
  EXPECT_EQ(calls, 3);
  other.run("COMMIT");
  db->run("CREATE TABLE t (a)");
  EXPECT_THAT(db->trail(), ElementsAre("create table t [create]"));
}

int backwards(void*, int left_size, const void* left, int right_size, const void* right) {
  return std::string_view(static_cast<const char*>(right), right_size)
      .compare({static_cast<const char*>(left), static_cast<std::size_t>(left_size)});
}

void shout(sqlite3_context* context, int, sqlite3_value**) {
  sqlite3_result_text(context, "application's own", -1, SQLITE_STATIC);
}

TEST_P(CitizenHooksTest, CollationsAndFunctionsMayReplaceThoseOfSqlite) {
  open([](sqlite3* handle) {
    for (const auto* name : {"binary", "nocase", "backwards"})
      sqlite3_create_collation(handle, name, SQLITE_UTF8, nullptr, backwards);
    for (const auto* name : {"lower", "upper", "replace", "format", "substr", "instr", "coalesce"})
      sqlite3_create_function(handle, name, -1, SQLITE_UTF8, nullptr, shout, nullptr, nullptr);
  });
  db->run(
      "CREATE TABLE t (a TEXT COLLATE backwards, b);"
      "CREATE INDEX i ON t (a COLLATE backwards); ALTER TABLE t ADD COLUMN c");
  Connection plain(path);
  EXPECT_THAT(plain.trail(), ElementsAre("create table t [create]", "create index i [create]",
                                         "alter table t [add_column]"));
}

TEST_P(CitizenHooksTest, StatementsOfACacheRunAgainAndAgain) {
  open([](sqlite3*) {});
  sqlite3_stmt* create = nullptr;
  sqlite3_stmt* drop = nullptr;
  ASSERT_EQ(sqlite3_prepare_v3(db->handle(), "CREATE TABLE IF NOT EXISTS t (a)", -1,
                               SQLITE_PREPARE_PERSISTENT, &create, nullptr),
            SQLITE_OK);
  ASSERT_EQ(sqlite3_prepare_v3(db->handle(), "DROP TABLE IF EXISTS t", -1,
                               SQLITE_PREPARE_PERSISTENT, &drop, nullptr),
            SQLITE_OK);
  for (int i = 0; i < 3; ++i) {
    for (auto* statement : {create, create, drop, drop}) {
      EXPECT_EQ(sqlite3_step(statement), SQLITE_DONE);
      sqlite3_reset(statement);
    }
  }
  sqlite3_finalize(create);
  sqlite3_finalize(drop);
  EXPECT_EQ(db->trail().size(), 6u);
}

TEST_P(CitizenHooksTest, NoStatementOfOursIsLeftBetweenThoseOfTheApplication) {
  open([](sqlite3*) {});
  db->run("CREATE TABLE t (a); BEGIN; ALTER TABLE t ADD COLUMN b");
  EXPECT_EQ(sqlite3_next_stmt(db->handle(), nullptr), nullptr);
  db->run("COMMIT");
  EXPECT_EQ(sqlite3_next_stmt(db->handle(), nullptr), nullptr);
}

TEST_P(CitizenHooksTest, RowIdAndCountOfRowsBelongToTheApplicationUntilItRunsDdl) {
  open([](sqlite3*) {});
  db->run("CREATE TABLE t (a); INSERT INTO t (rowid, a) VALUES (41, 0), (42, 0)");
  EXPECT_EQ(db->value("SELECT changes()"), "2");
  db->run("CREATE TABLE u (a); BEGIN; CREATE TABLE v (a)");
  EXPECT_EQ(db->value("SELECT last_insert_rowid()"), "42");
  db->run("UPDATE t SET a = 1 WHERE rowid = 42; COMMIT");
  EXPECT_EQ(db->value("SELECT changes()"), "1");
}

}  // namespace
}  // namespace ddltrail::test
