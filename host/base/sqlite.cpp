#include "base/sqlite.h"

#include <sqlite3.h>

namespace ddltrail::sqlite {
namespace {

int open_flags(OpenMode mode) {
  switch (mode) {
    case OpenMode::kReadOnly:
      return SQLITE_OPEN_READONLY;
    case OpenMode::kReadWrite:
      return SQLITE_OPEN_READWRITE;
    case OpenMode::kCreate:
      return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  }
  return 0;
}

Failure failure(sqlite3* handle) {
  return Failure(sqlite3_extended_errcode(handle), sqlite3_errmsg(handle));
}

}  // namespace

Connection::Connection(const std::string& path, OpenMode mode, const char* vfs) {
  const int flags = open_flags(mode) | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  if (sqlite3_open_v2(path.c_str(), &handle_, flags, vfs) != SQLITE_OK) {
    Failure error = handle_ ? failure(handle_) : Failure(SQLITE_NOMEM, "out of memory");
    sqlite3_close(handle_);
    throw error;
  }
}

Connection::~Connection() { sqlite3_close(handle_); }

void Connection::execute(const char* sql) {
  if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) throw failure(handle_);
}

std::int64_t Connection::integer(const char* sql) {
  Statement statement(*this, sql);
  if (!statement.step()) throw Failure(SQLITE_DONE, std::string("no row from ") + sql);
  return statement.integer(0);
}

void Connection::set_busy_timeout(int milliseconds) { sqlite3_busy_timeout(handle_, milliseconds); }

bool Connection::is_in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }

void Connection::load_extension(const std::string& path) {
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, nullptr);
  char* message = nullptr;
  if (sqlite3_load_extension(handle_, path.c_str(), nullptr, &message) != SQLITE_OK) {
    Failure error(SQLITE_ERROR, message ? message : "cannot load the extension");
    sqlite3_free(message);
    throw error;
  }
}

Statement::Statement(Connection& connection, std::string_view sql) {
  if (sqlite3_prepare_v2(connection.handle(), sql.data(), static_cast<int>(sql.size()), &statement_,
                         nullptr) != SQLITE_OK)
    throw failure(connection.handle());
}

Statement::~Statement() { sqlite3_finalize(statement_); }

void Statement::fail() const { throw failure(sqlite3_db_handle(statement_)); }

Statement& Statement::bind(int parameter, std::string_view text) {
  if (sqlite3_bind_text64(statement_, parameter, text.data(), text.size(), SQLITE_TRANSIENT,
                          SQLITE_UTF8) != SQLITE_OK)
    fail();
  return *this;
}

Statement& Statement::bind(int parameter, std::int64_t value) {
  if (sqlite3_bind_int64(statement_, parameter, value) != SQLITE_OK) fail();
  return *this;
}

Statement& Statement::bind_null(int parameter) {
  if (sqlite3_bind_null(statement_, parameter) != SQLITE_OK) fail();
  return *this;
}

bool Statement::step() {
  switch (sqlite3_step(statement_)) {
    case SQLITE_ROW:
      return true;
    case SQLITE_DONE:
      return false;
    default:
      fail();
  }
}

void Statement::run() {
  while (step()) {
  }
  reset();
}

void Statement::reset() { sqlite3_reset(statement_); }

int Statement::column_count() const { return sqlite3_column_count(statement_); }

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_, column);
}

std::string_view Statement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  if (!bytes) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::optional<std::string_view> Statement::optional_text(int column) const {
  if (is_null(column)) return std::nullopt;
  return text(column);
}

bool is_complete(const std::string& sql) { return sqlite3_complete(sql.c_str()) != 0; }

bool has_table(Connection& connection, std::string_view name) {
  Statement statement(connection,
                      "SELECT 1 FROM main.sqlite_schema WHERE type = 'table' AND name = ?1");
  return statement.bind(1, name).step();
}

}  // namespace ddltrail::sqlite
