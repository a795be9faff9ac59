#include "statement.h"

#include <new>

namespace ddltrail {

bool is_being_opened(std::string_view message) {
  return message.find("constructor called recursively") != std::string_view::npos;
}

void refuse_null() {
  throw SqliteError(SQLITE_AUTH, "the authorizer of the application hides the schema or the log");
}

void refuse_state(const std::string& why) {
  throw SqliteError(SQLITE_CORRUPT, "ddltrail_state cannot be read: " + why);
}

void check(sqlite3* db, int rc) {
  if (rc == SQLITE_OK) return;
  const std::string message = sqlite3_errmsg(db);
  if (is_being_opened(message)) throw NotReadableYet(rc, message);
  throw SqliteError(rc, message);
}

Statement::Statement(sqlite3* db, std::string_view sql) : db_(db) {
  check(db, sqlite3_prepare_v2(db, sql.data(), static_cast<int>(sql.size()), &handle_, nullptr));
}

void Statement::bind(int index, std::int64_t value) {
  check(db_, sqlite3_bind_int64(handle_, index, value));
}

void Statement::bind(int index, std::string_view value) {
  check(db_, sqlite3_bind_text(handle_, index, value.data(), static_cast<int>(value.size()),
                               SQLITE_STATIC));
}

void Statement::bind(int index, sqlite3_value* value) {
  check(db_, sqlite3_bind_value(handle_, index, value));
}

void Statement::bind_pointer(int index, void* pointer, const char* type) {
  check(db_, sqlite3_bind_pointer(handle_, index, pointer, type, nullptr));
}

bool Statement::step() {
  const int rc = sqlite3_step(handle_);
  if (rc == SQLITE_ROW) return true;
  if (rc == SQLITE_DONE) return false;
  check(db_, rc);
  return false;
}

void Statement::run() {
  // What an authorizer of the application lets SQLite compile to nothing.
  if (sqlite3_stmt_readonly(handle_))
    throw SqliteError(SQLITE_AUTH,
                      "the authorizer of the application keeps the log from being written");
  while (step()) {
  }
  reset();
}

void Statement::reset() {
  check(db_, sqlite3_reset(handle_));
  check(db_, sqlite3_clear_bindings(handle_));
}

std::int64_t Statement::integer(int column) const {
  const auto value = sqlite3_column_int64(handle_, column);
  if (value == 0 && is_null(column)) refuse_null();
  return value;
}

std::optional<std::string_view> Statement::text_view(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
  if (bytes != nullptr)
    return std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column)));
  if (!is_null(column)) throw std::bad_alloc();
  return std::nullopt;
}

std::string Statement::text(int column) const {
  const auto text = text_view(column);
  if (!text) refuse_null();
  return std::string(*text);
}

std::optional<std::string> Statement::optional_text(int column) const {
  const auto text = text_view(column);
  return text ? std::optional<std::string>(*text) : std::nullopt;
}

void execute(sqlite3* db, const char* sql) {
  check(db, sqlite3_exec(db, sql, nullptr, nullptr, nullptr));
}

void execute(const Database& db, std::string_view sql) {
  execute(db.handle, db.localized(sql).c_str());
}

Savepoint::~Savepoint() {
  if (!is_open_) return;
  // Nothing can be done about a failure here: the error that brought us here is being reported.
  sqlite3_exec(db_, "ROLLBACK TO ddltrail", nullptr, nullptr, nullptr);
  sqlite3_exec(db_, "RELEASE ddltrail", nullptr, nullptr, nullptr);
}

void Savepoint::release() {
  execute(db_, "RELEASE ddltrail");
  is_open_ = false;
}

}  // namespace ddltrail
