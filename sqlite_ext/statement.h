// A prepared statement that finalises itself, and the error that every failed SQLite call becomes.
// Errors are thrown here and caught by the trampolines: no exception reaches SQLite.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "database.h"
#include "sqlite_api.h"

namespace ddltrail {

class SqliteError : public std::runtime_error {
 public:
  SqliteError(int code, const std::string& what) : std::runtime_error(what), code_(code) {}
  int code() const { return code_; }

 private:
  int code_;
};

/// A virtual table cannot be read while SQLite opens it.
class NotReadableYet : public SqliteError {
 public:
  using SqliteError::SqliteError;
};

/// Whether SQLite says in that message that a virtual table is being opened.
bool is_being_opened(std::string_view message);

/// Throws: an authorizer of the application hides what cannot be NULL.
[[noreturn]] void refuse_null();

/// Throws: the stored copy is not as we wrote it.
[[noreturn]] void refuse_state(const std::string& why);

/// Throws with the message of the connection unless rc is SQLITE_OK.
void check(sqlite3* db, int rc);

class Statement {
 public:
  Statement(sqlite3* db, std::string_view sql);
  /// SQL that is written for main, run in that database.
  Statement(const Database& db, std::string_view sql) : Statement(db.handle, db.localized(sql)) {}
  ~Statement() { sqlite3_finalize(handle_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  /// Binds the values to the parameters 1, 2, ... Texts are not copied: they must live until the
  /// statement has run.
  template <typename... Values>
  Statement& bind_all(const Values&... values) {
    int index = 0;
    (bind(++index, values), ...);
    return *this;
  }
  void bind(int index, std::int64_t value);
  void bind(int index, std::string_view value);
  void bind(int index, const std::string& value) { bind(index, std::string_view(value)); }
  void bind(int index, const char* value) { bind(index, std::string_view(value)); }
  void bind(int index, sqlite3_value* value);
  /// What is pointed to must live until the statement has run.
  void bind_pointer(int index, void* pointer, const char* type);
  template <typename T>
  void bind(int index, const std::optional<T>& value) {
    if (value) bind(index, *value);
  }

  /// False once there are no more rows.
  bool step();
  /// Makes it ready to run again, without its values.
  void reset();
  /// Runs a statement that writes, and makes it ready to run again.
  void run();

  bool is_null(int column) const { return sqlite3_column_type(handle_, column) == SQLITE_NULL; }
  /// These throw where there is NULL, which an authorizer of the application makes of what it
  /// hides.
  std::int64_t integer(int column) const;
  std::string text(int column) const;
  std::optional<std::string> optional_text(int column) const;
  sqlite3_value* value(int column) const { return sqlite3_column_value(handle_, column); }

 private:
  /// Until the next step.
  std::optional<std::string_view> text_view(int column) const;

  sqlite3* db_;
  sqlite3_stmt* handle_ = nullptr;
};

/// Runs one or several statements without parameters.
void execute(sqlite3* db, const char* sql);
void execute(const Database& db, std::string_view sql);

/// All or nothing, inside a transaction or not. Not while a statement of the application writes:
/// SQLite opens no savepoint then.
class Savepoint {
 public:
  explicit Savepoint(sqlite3* db) : db_(db) { execute(db_, "SAVEPOINT ddltrail"); }
  ~Savepoint();
  Savepoint(const Savepoint&) = delete;
  Savepoint& operator=(const Savepoint&) = delete;
  void release();

 private:
  sqlite3* db_;
  bool is_open_ = true;
};

}  // namespace ddltrail
