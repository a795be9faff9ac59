#include "connection.h"

#include <errno.h>

#include <utility>

#include "sql_text.h"

namespace ddltrail {
namespace {

/// The name of the program, where the C library tells.
std::optional<std::string> program_name() {
#ifdef __GLIBC__
  return program_invocation_short_name;
#else
  return std::nullopt;
#endif
}

}  // namespace

/// While it lives our own statements are not watched; afterwards last_insert_rowid() is as before.
class Connection::Busy {
 public:
  explicit Busy(Connection& connection)
      : connection_(connection), rowid_(sqlite3_last_insert_rowid(connection.db_)) {
    connection_.is_busy_ = true;
  }
  ~Busy() {
    connection_.is_busy_ = false;
    sqlite3_set_last_insert_rowid(connection_.db_, rowid_);
  }
  Busy(const Busy&) = delete;
  Busy& operator=(const Busy&) = delete;

 private:
  Connection& connection_;
  sqlite3_int64 rowid_;
};

Connection::Connection(sqlite3* db) : db_(db), session_{program_name(), std::nullopt} {}

void Connection::arm() { trace(false); }

void Connection::trace(bool with_profile) noexcept {
  const unsigned mask = SQLITE_TRACE_STMT | (with_profile ? SQLITE_TRACE_PROFILE : 0);
  sqlite3_trace_v2(db_, mask, &Connection::on_trace, this);
  is_profiling_ = with_profile;
}

std::string Connection::install() {
  const Busy busy(*this);
  Log log(db_);
  if (log.exists()) return log.state().log_id;
  Savepoint savepoint(db_);
  // Asked again by a statement that finds out when another connection has changed the schema.
  if (!log.lock()) {
    log.create();
    Recorder(db_, session_).record_baseline();
  }
  savepoint.release();
  return log.state().log_id;
}

int Connection::capture() {
  const Busy busy(*this);
  if (sqlite3_db_readonly(db_, "main") == 1)
    throw SqliteError(SQLITE_READONLY, "the database is read-only: the log cannot be caught up");
  Savepoint savepoint(db_);
  Log log(db_);
  if (!log.lock()) log.state();  // throws and says that there is no log
  const auto rows = static_cast<int>(Recorder(db_, session_).record_unseen().rows.size());
  savepoint.release();
  return rows;
}

void Connection::capture_on_load() {
  const Busy busy(*this);
  if (sqlite3_db_readonly(db_, "main") == 1 || !sqlite3_get_autocommit(db_)) return;
  if (!Log(db_).exists() || missed_versions() == 0) return;
  capture();
}

/// How often the schema changed since the log was last written.
std::int64_t Connection::missed_versions() const {
  return schema_version(db_) - Log(db_).state().schema_version;
}

int Connection::on_trace(unsigned type, void* self, void* p, void* x) noexcept {
  auto* connection = static_cast<Connection*>(self);
  if (connection->is_busy_) return 0;
  auto* statement = static_cast<sqlite3_stmt*>(p);
  try {
    if (type == SQLITE_TRACE_STMT)
      connection->on_statement(statement, static_cast<const char*>(x));
    else
      connection->on_profile(statement);
  } catch (const std::exception& error) {
    // The statement cannot be stopped from here. What was not recorded is found by the comparison
    // in xSync, before the next schema statement, or as the extension is loaded again.
    sqlite3_log(SQLITE_WARNING, "ddltrail: %s", error.what());
  } catch (...) {
    sqlite3_log(SQLITE_WARNING, "ddltrail: unknown error");
  }
  return 0;
}

void Connection::on_statement(sqlite3_stmt* statement, const char* text) {
  // SQLite puts "-- " before the text of a statement that runs inside another one.
  const bool is_nested = text != sqlite3_sql(statement);
  if (is_nested && is_inside_schema_statement_) return;
  const std::string_view sql(is_nested ? text + 3 : text);
  if (!pending_ && !may_change_schema(sql)) {
    is_inside_schema_statement_ = false;
    return;
  }
  finish_pending();
  if (is_profiling_ && !may_change_schema(sql)) trace(false);
  begin_schema_statement(statement, sql);
}

void Connection::begin_schema_statement(sqlite3_stmt* statement, std::string_view text) {
  const Classified classified = classify(text);
  is_inside_schema_statement_ = classified.statement_class != StatementClass::kOther;
  // One that SQLite compiled to nothing, IF NOT EXISTS, would commit each of our statements.
  if (classified.statement_class != StatementClass::kSchema || sqlite3_stmt_readonly(statement))
    return;
  enlist(statement, {classified.tag, std::string(text)});
}

void Connection::enlist(sqlite3_stmt* statement, const Command& command) {
  const Busy busy(*this);
  if (!Log(db_).lock()) return;
  // SQLite repeats a statement that finds the schema changed without telling STMT again; PROFILE
  // tells the end of that second run.
  pending_ = {command, statement, sqlite3_get_autocommit(db_) == 0, is_profiling_};
  trace(true);
  Statement(db_, "INSERT INTO ddltrail_guard (op) VALUES (0)").run();
  if (missed_versions() != 0) pending_->before = Recorder(db_, session_).record_unseen();
  pending_->is_alone = true;
}

void Connection::finish_pending() {
  if (!pending_) return;
  const Pending finished = *pending_;
  pending_.reset();
  // In autocommit mode the statement has failed, or its commit has recorded it.
  if (sqlite3_get_autocommit(db_)) return;
  const Busy busy(*this);
  if (missed_versions() != 0) record_pending(finished, finished.is_alone);
}

void Connection::on_profile(sqlite3_stmt* statement) {
  if (!pending_ || pending_->statement != statement || !sqlite3_get_autocommit(db_)) return;
  // The end of a first run is a failure, which SQLite may be about to repeat: else on_commit().
  if (std::exchange(pending_->shows_first_end, false)) return;
  const Pending late = *pending_;
  pending_.reset();
  const Busy busy(*this);
  Savepoint savepoint(db_);
  if (Log(db_).lock() && missed_versions() != 0) record_late(late);
  savepoint.release();
}

/// After a statement that SQLite ran twice: the first run rolled back what was recorded before it,
/// and the second has committed. Somebody else may have come in between or since.
void Connection::record_late(const Pending& pending) {
  if (pending.before) Recorder(db_, session_).write_again(*pending.before);
  if (missed_versions() != 0) record_pending(pending, missed_versions() == 1);
}

void Connection::record_pending(const Pending& pending, bool is_alone) {
  if (is_alone)
    Recorder(db_, session_).record(pending.command);
  else
    Recorder(db_, session_).record_unseen();
}

void Connection::on_commit() noexcept {
  pending_.reset();
  is_inside_schema_statement_ = false;
  trace(false);
}

void Connection::on_sync() {
  const Busy busy(*this);
  Log log(db_);
  if (!log.exists() || missed_versions() == 0) return;
  const std::string on_error = log.setting("on_error");
  try {
    // In an explicit transaction COMMIT has recorded it, unless another program took the trace
    // slot: then more than this statement may have run.
    if (pending_)
      record_pending(*pending_,
                     pending_->is_alone && (!pending_->in_transaction || missed_versions() == 1));
    else
      Recorder(db_, session_).record_unseen();
  } catch (const std::exception& error) {
    if (on_error != "warn") throw;
    log.mark_broken(error.what());
  }
}

}  // namespace ddltrail
