#include "guard_table.h"

namespace ddltrail {
namespace {

struct GuardTable {
  sqlite3_vtab base;
  Connection* connection;
};

Connection& connection_of(sqlite3_vtab* table) {
  return *reinterpret_cast<GuardTable*>(table)->connection;
}

int connect(sqlite3* db, void* connection, int, const char* const*, sqlite3_vtab** table,
            char**) noexcept {
  const int rc = sqlite3_declare_vtab(db, "CREATE TABLE x(op)");
  if (rc != SQLITE_OK) return rc;
  // Not for triggers and views of a database that somebody else made.
  sqlite3_vtab_config(db, SQLITE_VTAB_DIRECTONLY);
  *table = reinterpret_cast<sqlite3_vtab*>(
      new (std::nothrow) GuardTable{{}, static_cast<Connection*>(connection)});
  return *table == nullptr ? SQLITE_NOMEM : SQLITE_OK;
}

int disconnect(sqlite3_vtab* table) noexcept {
  delete reinterpret_cast<GuardTable*>(table);
  return SQLITE_OK;
}

int best_index(sqlite3_vtab*, sqlite3_index_info*) noexcept { return SQLITE_OK; }

int open(sqlite3_vtab*, sqlite3_vtab_cursor** cursor) noexcept {
  *cursor = new (std::nothrow) sqlite3_vtab_cursor{};
  return *cursor == nullptr ? SQLITE_NOMEM : SQLITE_OK;
}

int close(sqlite3_vtab_cursor* cursor) noexcept {
  delete cursor;
  return SQLITE_OK;
}

int filter(sqlite3_vtab_cursor*, int, const char*, int, sqlite3_value**) noexcept {
  return SQLITE_OK;
}
int next(sqlite3_vtab_cursor*) noexcept { return SQLITE_OK; }
int eof(sqlite3_vtab_cursor*) noexcept { return 1; }
int column(sqlite3_vtab_cursor*, sqlite3_context*, int) noexcept { return SQLITE_OK; }
int rowid(sqlite3_vtab_cursor*, sqlite3_int64*) noexcept { return SQLITE_OK; }

int update(sqlite3_vtab*, int, sqlite3_value**, sqlite3_int64* rowid) noexcept {
  *rowid = 0;
  return SQLITE_OK;
}

int begin(sqlite3_vtab*) noexcept { return SQLITE_OK; }

int fail(sqlite3_vtab* table, int rc, const char* cause) noexcept {
  sqlite3_free(table->zErrMsg);
  table->zErrMsg = sqlite3_mprintf(
      "ddltrail: the change cannot be recorded and is undone: %s (SELECT"
      " ddltrail_setting('on_error', 'warn') lets changes through unrecorded)",
      cause);
  return rc;
}

template <typename Function>
int guarded(sqlite3_vtab* table, Function function) noexcept {
  try {
    function();
    return SQLITE_OK;
  } catch (const SqliteError& error) {
    return fail(table, error.code(), error.what());
  } catch (const std::exception& error) {
    return fail(table, SQLITE_ERROR, error.what());
  } catch (...) {
    return fail(table, SQLITE_ERROR, "unknown error");
  }
}

int sync(sqlite3_vtab* table) noexcept {
  return guarded(table, [&] { connection_of(table).on_sync(); });
}

int commit(sqlite3_vtab* table) noexcept {
  connection_of(table).on_commit();
  return SQLITE_OK;
}

int rollback(sqlite3_vtab* table) noexcept {
  connection_of(table).on_rollback();
  return SQLITE_OK;
}

int savepoint(sqlite3_vtab* table, int number) noexcept {
  return guarded(table, [&] { connection_of(table).on_savepoint(number); });
}

int release(sqlite3_vtab*, int) noexcept { return SQLITE_OK; }

int rollback_to(sqlite3_vtab* table, int number) noexcept {
  return guarded(table, [&] { connection_of(table).on_savepoint_rollback(number); });
}

/// Without xCreate a table is there under its name without being in a schema.
constexpr sqlite3_module guard_module(decltype(sqlite3_module::xCreate) create) {
  sqlite3_module module{};
  module.iVersion = 2;  // with savepoints
  module.xCreate = create;
  module.xConnect = connect;
  module.xBestIndex = best_index;
  module.xDisconnect = disconnect;
  module.xDestroy = disconnect;
  module.xOpen = open;
  module.xClose = close;
  module.xFilter = filter;
  module.xNext = next;
  module.xEof = eof;
  module.xColumn = column;
  module.xRowid = rowid;
  module.xUpdate = update;
  module.xBegin = begin;
  module.xSync = sync;
  module.xCommit = commit;
  module.xRollback = rollback;
  module.xSavepoint = savepoint;
  module.xRelease = release;
  module.xRollbackTo = rollback_to;
  return module;
}

const sqlite3_module kGuardModule = guard_module(nullptr);
const sqlite3_module kAttachedGuardModule = guard_module(connect);

void destroy(void* connection) noexcept { delete static_cast<Connection*>(connection); }

}  // namespace

void register_guard(std::unique_ptr<Connection> connection) {
  sqlite3* db = connection->db();
  check(db, sqlite3_create_module_v2(db, "ddltrail_attached_guard", &kAttachedGuardModule,
                                     connection.get(), nullptr));
  // SQLite calls destroy even where this fails.
  check(db, sqlite3_create_module_v2(db, "ddltrail_guard", &kGuardModule, connection.release(),
                                     destroy));
}

void create_attached_guard(sqlite3* db) {
  execute(db,
          "CREATE VIRTUAL TABLE IF NOT EXISTS temp.ddltrail_attached_guard"
          " USING ddltrail_attached_guard");
}

void enlist_guard(sqlite3* db, Changes changes) {
  execute(db, changes == Changes::kMain ? "INSERT INTO ddltrail_guard VALUES(0)"
                                        : "INSERT INTO temp.ddltrail_attached_guard VALUES(0)");
}

}  // namespace ddltrail
