// One connection with the extension loaded: watches its statements and sees to it that what they do
// to the schema is recorded in the same commit.
//
// A trace callback sees a schema statement start. It takes the write lock and writes to the table
// ddltrail_guard, which stores nothing: it makes SQLite call xSync inside the commit of that very
// statement, where SQL may run and an error undoes the commit. In an explicit transaction the start
// of the next statement records the one before, so that each has its own rows. Each database of
// the connection, main and the attached ones, is recorded in its own log, if it has one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "known_logs.h"
#include "recorder.h"
#include "trail.h"
#include "write_refusal.h"

namespace ddltrail {

enum class Changes;

class Connection {
 public:
  explicit Connection(sqlite3* db);

  sqlite3* db() const { return db_; }
  Session& session() { return session_; }

  /// Takes the trace slot of the connection.
  void arm();
  /// Creates the log; does nothing where it exists. Returns its id.
  std::string install(const Database& database);
  /// Records what others changed; returns the number of rows. An error where there is no log.
  int capture(const Database& database);
  /// The same for all databases as the extension is loaded: quietly, where it can be had at once.
  void capture_on_load();
  /// Changes a setting of the log.
  void set(const Database& database, const std::string& name, const std::string& value);

  /// xSync of the guard. Throws where the commit must not succeed.
  void on_sync();
  void on_commit() noexcept;
  void on_rollback() noexcept;
  void on_savepoint(int number) { trail_.begin_savepoint(number); }
  void on_savepoint_rollback(int number);

 private:
  /// A database that has a log and that a statement is about to change.
  struct Target {
    Database database;
    bool is_guarded = false;
    bool is_alone = false;  // everything before it is recorded
    // What was recorded before it, in the same transaction: the statement may begin with a
    // rollback.
    std::optional<Entry> before = std::nullopt;
  };
  /// A schema statement that began and whose effect is not recorded yet.
  struct Pending {
    Command command;
    sqlite3_stmt* statement;  // compared, never followed
    bool in_transaction;
    bool shows_first_end;  // PROFILE was on as the statement began
    std::vector<Target> targets;
    bool is_guarded = false;  // its commit calls on_sync()
  };
  class Busy;

  static int on_trace(unsigned type, void* self, void* p, void* x) noexcept;
  bool passes_over(char first) noexcept;
  /// A statement that starts or, where `text` is null, one that has ended.
  void follow(sqlite3_stmt* statement, const char* text) noexcept;
  void on_statement(sqlite3_stmt* statement, const char* text);
  void on_profile(sqlite3_stmt* statement);
  void watch_transaction(std::string_view text);
  void note_copy(std::string_view text);
  void begin_schema_statement(sqlite3_stmt* statement, std::string_view text);
  void enlist(sqlite3_stmt* statement, const Command& command);
  std::vector<Target> lock_targets(const std::string& text);
  bool lock(Target& target);
  void enter_guard(Changes changes);
  void guard_pending();
  KnownLogs::Revised known_log(const Database& database);
  void guard_attached();
  void finish_pending(std::string_view next);
  void record_late_if_possible(const Pending& pending);
  void record_late(const Pending& pending);
  void record_late(const Command& command, const Target& target, Log& log);
  void record(const Command& command, const Database& database, Log& log, std::int64_t missed,
              bool is_alone);
  Entry record_unseen(const Database& database, Log& log, std::int64_t missed);
  void record_last(const Database& database, Log& log, std::int64_t missed);
  void record_in_commit(const Database& database, Log& log, std::int64_t missed);
  const Target* pending_target(const Database& database) const;
  int capture_missed(const Database& database);
  void leave_transaction() noexcept;
  void forget_trail() noexcept;
  void trace(bool with_profile) noexcept;

  sqlite3* db_;
  Session session_;
  // Side by side, as passes_over() reads them for every statement of the application:
  std::optional<Pending> pending_;
  bool is_profiling_ = false;
  bool watches_copies_ = false;              // a schema statement began in this transaction
  bool is_busy_ = false;                     // our own statements are not watched
  bool is_inside_schema_statement_ = false;  // nor those of VACUUM and of virtual table modules
  bool is_enlisted_ = false;                 // the end of this transaction is told
  std::string partly_written_;               // why; such a transaction must not commit
  KnownLogs logs_;
  WriteRefusal refusal_;
  Trail trail_;
  std::optional<Copy> creation_;  // of a table that is about to be created
};

}  // namespace ddltrail
