#include "connection.h"

#include <errno.h>

#include <utility>

#include "fold.h"
#include "guard_table.h"
#include "lifted_limits.h"
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

/// What to do where a log could not be written.
const char* hint_for(int code) {
  switch (code) {
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
      return "; run SELECT ddltrail_capture() on a connection that can write the file and its"
             " directory";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "; another connection is writing: run SELECT ddltrail_capture() when it is done";
    default:
      return "";
  }
}

void log_warning(const char* text) { sqlite3_log(SQLITE_WARNING, "ddltrail: %s", text); }

}  // namespace

/// While it lives our own statements are not watched; afterwards last_insert_rowid() is as before.
class Connection::Busy {
 public:
  explicit Busy(Connection& connection)
      : connection_(connection),
        rowid_(sqlite3_last_insert_rowid(connection.db_)),
        limits_(connection.db_) {
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
  LiftedLimits limits_;
};

Connection::Connection(sqlite3* db)
    : db_(db), session_{program_name(), std::nullopt}, refusal_(db) {}

void Connection::arm() { trace(false); }

void Connection::trace(bool with_profile) noexcept {
  const unsigned mask = SQLITE_TRACE_STMT | (with_profile ? SQLITE_TRACE_PROFILE : 0);
  sqlite3_trace_v2(db_, mask, &Connection::on_trace, this);
  is_profiling_ = with_profile;
}

std::string Connection::install(const Database& database) {
  const Busy busy(*this);
  Log log(database);
  if (log.exists()) return log.state().log_id;
  logs_.forget();
  Savepoint savepoint(db_);
  // Asked again by a statement that finds out when another connection has changed the schema.
  if (!log.lock()) {
    log.create();
    Recorder(database, log, session_).record_baseline();
  }
  savepoint.release();
  return log.state().log_id;
}

int Connection::capture(const Database& database) {
  const Busy busy(*this);
  Log log(database);
  log.state();  // says so where there is no log
  try {
    if (database.is_read_only()) throw SqliteError(SQLITE_READONLY, "it is read-only");
    return capture_missed(database);
  } catch (const SqliteError& error) {
    throw SqliteError(error.code(), "the log of " + database.description() +
                                        " cannot be caught up: " + error.what() +
                                        hint_for(error.code()));
  }
}

int Connection::capture_missed(const Database& database) {
  // In a transaction the lock comes first: SQLite does not wait for one that a reader asks for.
  if (sqlite3_get_autocommit(db_) && Log(database).missed_versions() == 0) return 0;
  logs_.forget();
  Savepoint savepoint(db_);
  Log log(database);
  const auto missed = log.lock() ? log.missed_versions() : 0;
  if (missed == 0) return 0;
  const auto rows = static_cast<int>(record_unseen(database, log, missed).rows.size());
  savepoint.release();
  return rows;
}

void Connection::capture_on_load() {
  const Busy busy(*this);
  if (!sqlite3_get_autocommit(db_)) return;
  const auto databases = databases_of(db_);
  if (databases.size() > 1) guard_attached();
  for (const auto& database : databases) {
    if (!database.is_read_only() && Log(database).exists()) capture_missed(database);
  }
}

void Connection::set(const Database& database, const std::string& name, const std::string& value) {
  logs_.forget();
  Log(database).set(name, value);
}

/// What each statement of an application pays for.
inline bool Connection::passes_over(char first) noexcept {
  if (!begins_otherwise(first) || pending_ || is_profiling_ || watches_copies_) return false;
  is_inside_schema_statement_ = false;
  return true;
}

int Connection::on_trace(unsigned type, void* self, void* p, void* x) noexcept {
  auto& connection = *static_cast<Connection*>(self);
  const auto* text = type == SQLITE_TRACE_STMT ? static_cast<const char*>(x) : nullptr;
  if (connection.is_busy_ || (text && connection.passes_over(*text))) return 0;
  connection.follow(static_cast<sqlite3_stmt*>(p), text);
  return 0;
}

void Connection::follow(sqlite3_stmt* statement, const char* text) noexcept {
  const bool in_transaction = sqlite3_get_autocommit(db_) == 0;
  try {
    if (text)
      on_statement(statement, text);
    else
      on_profile(statement);
  } catch (const PartlyWritten& error) {
    if (is_enlisted_) partly_written_ = error.what();
    log_warning(error.what());
  } catch (const std::exception& error) {
    // The statement cannot be stopped from here. What was not recorded is found by the comparison
    // in xSync, before the next schema statement, or as the extension is loaded again.
    log_warning(error.what());
  } catch (...) {
    log_warning("unknown error");
  }
  if (in_transaction && sqlite3_get_autocommit(db_)) refusal_.begin(statement);
}

void Connection::on_statement(sqlite3_stmt* statement, const char* text) {
  // SQLite puts "-- " before the text of a statement that runs inside another one.
  const bool is_nested = text != sqlite3_sql(statement);
  if (is_nested && is_inside_schema_statement_) return;
  const std::string_view sql(is_nested ? text + 3 : text);
  refusal_.look_at(statement, sql);
  const bool may_change = may_change_schema(sql);
  if (is_profiling_ && !may_change) trace(false);
  if (watches_copies_ && sqlite3_get_autocommit(db_)) forget_trail();
  if (!pending_ && !may_change) {
    is_inside_schema_statement_ = false;
    if (watches_copies_ && !is_nested) note_copy(sql);
    return;
  }
  finish_pending(sql);
  if (!is_nested) watch_transaction(sql);
  begin_schema_statement(statement, sql);
}

/// A rebuild of a table begins with a schema statement, if only of a temporary table.
void Connection::watch_transaction(std::string_view text) {
  if (sqlite3_get_autocommit(db_)) return;
  watches_copies_ = true;
  note_copy(text);
}

void Connection::note_copy(std::string_view text) {
  creation_.reset();
  // The guard tells of savepoints from the first recorded statement on.
  if (is_rollback(text) && !trail_.has_steps()) trail_.clear();
  const auto statement = read_copy_statement(text);
  if (!statement) return;
  const Busy busy(*this);
  auto copy = resolve_copy(db_, *statement);
  if (!copy) return;
  if (statement->creates_target && copy->target.schema != "temp")
    creation_ = std::move(copy);
  else
    trail_.add(std::move(*copy));
}

void Connection::begin_schema_statement(sqlite3_stmt* statement, std::string_view text) {
  const Classified classified = classify(text);
  if (classified.statement_class == StatementClass::kAttach) {
    logs_.forget();  // sqlite3_deserialize() attaches another main
    return guard_attached();
  }
  is_inside_schema_statement_ = classified.statement_class != StatementClass::kOther;
  // One that SQLite compiled to nothing, IF NOT EXISTS, would commit each of our statements.
  if (classified.statement_class != StatementClass::kSchema || sqlite3_stmt_readonly(statement))
    return;
  enlist(statement, {classified.tag, std::string(text)});
}

void Connection::enlist(sqlite3_stmt* statement, const Command& command) {
  const Busy busy(*this);
  auto targets = lock_targets(command.text);
  if (targets.empty()) return;
  const bool in_transaction = sqlite3_get_autocommit(db_) == 0;
  pending_ = {command, statement, in_transaction, is_profiling_, std::move(targets)};
  guard_pending();
  if (!pending_->is_guarded) trace(true);
  for (auto& target : pending_->targets) {
    auto [log, is_unchanged] = known_log(target.database);
    // In a transaction others of our statements may have changed it.
    const auto missed = is_unchanged && !in_transaction ? 0 : log.missed_versions();
    if (missed != 0) target.before = record_unseen(target.database, log, missed);
    target.is_alone = true;
  }
}

/// The databases that have a log, or may have: after a disk error the next try may succeed, and the
/// statement with it. After a wait for a lock in vain there should be no other.
std::vector<Connection::Target> Connection::lock_targets(const std::string& text) {
  std::vector<Target> targets;
  for (auto& database : databases_changed_by(db_, text)) {
    Target target{std::move(database)};
    try {
      if (!lock(target)) continue;
    } catch (const SqliteError& error) {
      if (error.code() == SQLITE_BUSY) throw;
      log_warning(error.what());
    }
    targets.push_back(std::move(target));
  }
  return targets;
}

/// Writing to the guard of main locks main.
bool Connection::lock(Target& target) {
  Log log(target.database);
  if (!target.database.is_main() || !log.exists()) return log.lock();
  enter_guard(Changes::kMain);
  target.is_guarded = true;
  return log.exists();
}

void Connection::enter_guard(Changes changes) {
  enlist_guard(db_, changes);
  if (!std::exchange(is_enlisted_, true)) logs_.forget_revised();
}

void Connection::guard_pending() {
  const Target& first = pending_->targets.front();
  const bool changes_main = first.database.is_main();
  try {
    if (!first.is_guarded) enter_guard(changes_main ? Changes::kMain : Changes::kAttachedOnly);
    pending_->is_guarded = true;
  } catch (const SqliteError& error) {
    if (changes_main) throw;
    // Without its temporary table: it is recorded right after its end.
    log_warning(error.what());
  }
}

KnownLogs::Revised Connection::known_log(const Database& database) {
  if (!is_enlisted_) logs_.forget();
  return logs_.revise(database);
}

/// Before files are attached, so that their changes can be recorded as they commit. A statement
/// that runs meanwhile might be ended by it.
void Connection::guard_attached() {
  int running = 0;
  for (auto* each = sqlite3_next_stmt(db_, nullptr); each != nullptr;
       each = sqlite3_next_stmt(db_, each))
    running += sqlite3_stmt_busy(each);
  if (running > 1) return;
  const Busy busy(*this);
  create_attached_guard(db_);
}

/// A virtual table that SQLite is opening for the next statement runs statements of its own, and
/// cannot be read meanwhile: then there is another chance as that statement starts.
void Connection::finish_pending(std::string_view next) {
  if (!pending_) return;
  const Pending finished = *std::exchange(pending_, std::nullopt);
  const Busy busy(*this);
  if (sqlite3_get_autocommit(db_)) {
    // The statement has failed, or its commit has recorded it.
    if (!finished.is_guarded) record_late_if_possible(finished);
    return;
  }
  try {
    for (const auto& target : finished.targets) {
      Log& log = known_log(target.database).log;
      const auto missed = log.missed_versions();
      if (missed != 0) record(finished.command, target.database, log, missed, target.is_alone);
    }
  } catch (const NotReadableYet&) {
    if (!may_change_schema(next)) pending_ = finished;
    throw;
  }
}

void Connection::on_profile(sqlite3_stmt* statement) {
  if (!pending_ || pending_->statement != statement || !sqlite3_get_autocommit(db_)) return;
  // The end of a first run is a failure, which SQLite may be about to repeat: else on_commit().
  if (std::exchange(pending_->shows_first_end, false) && pending_->is_guarded) return;
  const Busy busy(*this);
  record_late(*std::exchange(pending_, std::nullopt));
}

/// Not where the next statement writes: then before it, as one that nobody saw.
void Connection::record_late_if_possible(const Pending& pending) {
  try {
    record_late(pending);
  } catch (const SqliteError& error) {
    log_warning(error.what());
  }
}

/// After a statement that SQLite ran twice, or whose commit did not call us. Somebody else may have
/// come in between or since.
void Connection::record_late(const Pending& pending) {
  logs_.forget();
  Savepoint savepoint(db_);
  for (const auto& target : pending.targets) {
    Log log(target.database);
    if (log.lock()) record_late(pending.command, target, log);
  }
  savepoint.release();
}

void Connection::record_late(const Command& command, const Target& target, Log& log) {
  // The first run has rolled back what was recorded before it.
  if (target.before) Recorder(target.database, log, session_).write_again(*target.before);
  const auto missed = log.missed_versions();
  if (missed != 0) record(command, target.database, log, missed, missed == 1);
}

void Connection::record(const Command& command, const Database& database, Log& log,
                        std::int64_t missed, bool is_alone) {
  if (!is_alone) {
    record_unseen(database, log, missed);
    return;
  }
  auto rows = Recorder(database, log, session_).record(command, missed);
  if (sqlite3_get_autocommit(db_)) return;
  trail_.add(TrailStep{database.schema, command, std::move(rows)});
  if (creation_) trail_.add(*std::exchange(creation_, std::nullopt));
}

/// What is not known in single statements is not taken for a part of a rebuild.
Entry Connection::record_unseen(const Database& database, Log& log, std::int64_t missed) {
  Entry entry = Recorder(database, log, session_).record_unseen(missed);
  if (!entry.rows.empty()) trail_.clear();
  return entry;
}

void Connection::leave_transaction() noexcept {
  is_enlisted_ = false;
  partly_written_.clear();
  forget_trail();
}

void Connection::forget_trail() noexcept {
  watches_copies_ = false;
  creation_.reset();
  trail_.clear();
}

void Connection::on_commit() noexcept {
  leave_transaction();
  logs_.on_commit();
  pending_.reset();
  is_inside_schema_statement_ = false;
}

/// SQLite repeats a statement that finds the schema changed without telling STMT again; PROFILE
/// tells the end of that second run. On for no longer than that: each change of the slot turns off
/// the sqlite3_profile() of the application.
void Connection::on_rollback() noexcept {
  leave_transaction();
  logs_.forget();
  if (pending_ && !pending_->in_transaction) trace(true);
}

void Connection::on_savepoint_rollback(int number) {
  trail_.roll_back_to(number);
  logs_.forget();
}

void Connection::on_sync() {
  const Busy busy(*this);
  for (const auto& database : databases_of(db_)) {
    // To read another one here would lock it in the middle of a commit.
    if (sqlite3_txn_state(db_, database.schema.c_str()) != SQLITE_TXN_WRITE) continue;
    if (!Log(database).exists()) continue;
    Log& log = known_log(database).log;
    const auto missed = log.missed_versions();
    if (missed != 0 || !partly_written_.empty() || trail_.has_copies())
      record_in_commit(database, log, missed);
  }
}

void Connection::record_in_commit(const Database& database, Log& log, std::int64_t missed) {
  const bool may_pass = log.state().on_error == "warn";
  try {
    if (!partly_written_.empty()) throw SqliteError(SQLITE_ERROR, partly_written_);
    if (missed != 0) record_last(database, log, missed);
    if (trail_.has_copies()) fold_rebuilds(database, log, trail_);
    trail_.forget(database.schema);
  } catch (const std::exception& error) {
    if (!may_pass) throw;
    log.mark_broken(error.what());
  }
}

/// In an explicit transaction COMMIT has recorded it, unless another program took the trace slot:
/// then more than this statement may have run.
void Connection::record_last(const Database& database, Log& log, std::int64_t missed) {
  const Target* target = pending_target(database);
  record(pending_ ? pending_->command : Command{}, database, log, missed,
         target != nullptr && target->is_alone && (!pending_->in_transaction || missed == 1));
}

const Connection::Target* Connection::pending_target(const Database& database) const {
  if (!pending_) return nullptr;
  for (const auto& target : pending_->targets) {
    if (target.database.schema == database.schema) return &target;
  }
  return nullptr;
}

}  // namespace ddltrail
