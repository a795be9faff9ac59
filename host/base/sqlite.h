// SQLite as two move-free RAII classes. Used for the state database and for SQLite sources; the
// only other file that includes sqlite3.h is the schema window of the SQLite source.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace ddltrail::sqlite {

/// A failed SQLite call. `code` is the extended result code.
class Failure : public std::exception {
 public:
  Failure(int code, std::string message) : code_(code), message_(std::move(message)) {}
  int code() const { return code_; }
  int primary_code() const { return code_ & 0xff; }
  const char* what() const noexcept override { return message_.c_str(); }

 private:
  int code_;
  std::string message_;
};

/// What every database file begins with.
inline constexpr std::string_view kMagic{"SQLite format 3\0", 16};
/// How long the tool waits for the locks of others.
inline constexpr int kBusyTimeoutMs = 5000;

enum class OpenMode { kReadOnly, kReadWrite, kCreate };

class Statement;

class Connection {
 public:
  /// Throws Failure. `vfs` may be null (the default one).
  Connection(const std::string& path, OpenMode mode, const char* vfs = nullptr);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void execute(const char* sql);
  /// The first column of the first row, as an integer; throws Failure where there is none.
  std::int64_t integer(const char* sql);
  /// How long to wait for another connection's lock.
  void set_busy_timeout(int milliseconds);
  /// False where every statement is a transaction of its own.
  bool is_in_transaction() const;
  /// Loads a loadable extension. Throws Failure with the loader's message.
  void load_extension(const std::string& path);
  sqlite3* handle() const { return handle_; }

 private:
  sqlite3* handle_ = nullptr;
};

/// A prepared statement. Parameters count from 1, columns from 0.
class Statement {
 public:
  Statement(Connection& connection, std::string_view sql);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  Statement& bind(int parameter, std::string_view text);
  Statement& bind(int parameter, std::int64_t value);
  Statement& bind_null(int parameter);
  /// True where there is a row. Throws Failure.
  bool step();
  /// Runs to the end and makes the statement ready for other parameters.
  void run();
  void reset();

  int column_count() const;
  bool is_null(int column) const;
  std::int64_t integer(int column) const;
  /// Valid until the next step; empty for NULL.
  std::string_view text(int column) const;
  std::optional<std::string_view> optional_text(int column) const;

 private:
  [[noreturn]] void fail() const;
  sqlite3_stmt* statement_ = nullptr;
};

/// What stands before the end of the text is one statement or several, up to its semicolon: not so
/// inside of the body of a trigger.
bool is_complete(const std::string& sql);

/// True where `name` is a table of the main database. Parses the schema.
bool has_table(Connection& connection, std::string_view name);

}  // namespace ddltrail::sqlite
