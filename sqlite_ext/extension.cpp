// ddltrail for SQLite: a log of schema changes inside the database that they happen in.
//
//   .load ./ddltrail                      functions and table-valued relations; writes nothing
//   SELECT ddltrail_install();            creates the log; from then on every connection that loads
//                                         the extension records what it does to the schema
//   SELECT * FROM ddltrail_change_log;    the log
//   SELECT * FROM ddltrail_columns;       the schema, as contract relations
//   SELECT * FROM ddltrail_changes_since(?);  with a cursor from ddltrail_current_cursor()
//   SELECT ddltrail_create(sql) FROM sqlite_schema;   the statements, taken apart, as JSON
//   SELECT ddltrail_capture();            records what connections without the extension changed
//   SELECT ddltrail_setting(name, value); statement_text: none, redacted, full
//                                         on_error: error, warn
//                                         migration: a name, for this connection
//
// Each takes the name of an attached database as a last argument. A file that has a log of its own
// is logged there. For that, ATTACH makes the temporary table ddltrail_attached_guard.
//
// That is for one connection. For all that the process opens from then on:
//
//   .load ./ddltrail sqlite3_ddltrail_auto_init   or load_extension() with this entry point, once
//   sqlite3_auto_extension(sqlite3_ddltrail_init) in C; see examples/every_connection.c
//
// The extension owns the trace slot (sqlite3_trace_v2) of the connection. Where the application
// takes it, changes are found late, as `inferred`, until the extension is loaded again or
// ddltrail_watch() is called.

#include <memory>
#include <stdexcept>
#include <string>

#include "functions.h"
#include "guard_table.h"
#include "sqlite_api.h"
#include "sqlite_create/function.h"
#include "table_function.h"

SQLITE_EXTENSION_INIT1

namespace ddltrail {
namespace {

/// False where the extension is not loaded yet.
bool watch_again(sqlite3* db) {
  return sqlite3_exec(db, "SELECT ddltrail_watch()", nullptr, nullptr, nullptr) == SQLITE_OK;
}

constexpr int kOldestSqlite = 3039000;  // that can name the databases of a connection by number

void load(sqlite3* db) {
  if (sqlite3_libversion_number() < kOldestSqlite)
    throw std::runtime_error(std::string("needs SQLite 3.39 or newer, this is ") +
                             sqlite3_libversion());
  // Loaded a second time the first one stays: its module owns the state of the connection.
  if (watch_again(db)) return;
  auto owned = std::make_unique<Connection>(db);
  Connection& connection = *owned;
  register_guard(std::move(owned));
  register_table_functions(db);
  register_functions(connection);
  check(db, create::register_function(db));
  connection.arm();
  try {
    connection.capture_on_load();
  } catch (const std::exception& error) {
    // Somebody is writing, or the log is not sound: the next schema statement tries again and
    // tells.
    sqlite3_log(SQLITE_WARNING, "ddltrail: %s", error.what());
  }
}

}  // namespace
}  // namespace ddltrail

#define DDLTRAIL_EXPORT extern "C" __attribute__((visibility("default")))

DDLTRAIL_EXPORT int sqlite3_ddltrail_init(sqlite3* db, char** error,
                                          const sqlite3_api_routines* api) noexcept {
  SQLITE_EXTENSION_INIT2(api);
  try {
    ddltrail::load(db);
    // An expected error of ours must not pass for one of sqlite3_open().
    sqlite3_exec(db, "", nullptr, nullptr, nullptr);
    return SQLITE_OK;
  } catch (const std::exception& caught) {
    *error = sqlite3_mprintf("ddltrail: %s", caught.what());
  } catch (...) {
    *error = sqlite3_mprintf("ddltrail: unknown error");
  }
  return SQLITE_ERROR;
}

/// Loads the extension into this connection, and into all that the process opens later.
DDLTRAIL_EXPORT int sqlite3_ddltrail_auto_init(sqlite3* db, char** error,
                                               const sqlite3_api_routines* api) noexcept {
  const int rc = sqlite3_ddltrail_init(db, error, api);
  if (rc != SQLITE_OK) return rc;
  if (sqlite3_auto_extension(reinterpret_cast<void (*)()>(sqlite3_ddltrail_init)) != SQLITE_OK)
    return SQLITE_NOMEM;
  return SQLITE_OK_LOAD_PERMANENTLY;
}
