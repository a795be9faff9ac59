// The log of a database: its state row, its settings, and the rows it is made of.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "statement.h"

namespace ddltrail {

/// The row of ddltrail_state.
struct LogState {
  std::string log_id;
  std::int64_t contract = 0;
  std::int64_t schema_version = 0;
  std::int64_t next_object_id = 0;
  bool is_broken = false;
  std::string statement_text;  // none, redacted, full
  std::string on_error;        // error, warn
};

/// What one row of ddltrail_change_log says beyond what is the same in all rows.
struct LogRow {
  std::optional<std::int64_t> command_id;  // nothing: this is the first row of its command
  std::optional<std::string> command_tag = {};
  std::string action;
  std::string object_kind;
  std::int64_t object_id = 0;
  std::string object_name;
  std::optional<std::string> previous_name = {};
  std::string details;
  std::optional<std::string> definition = {};
  std::optional<std::string> statement = {};
};

/// Where a connection says who it is.
struct Session {
  std::optional<std::string> application;
  std::optional<std::string> migration;
};

/// PRAGMA schema_version.
std::int64_t schema_version(const Database& db);

class Log {
 public:
  explicit Log(Database db) : db_(std::move(db)) {}

  bool exists() const;
  /// Takes the write lock, with the busy handler of the application. To be called before anything
  /// is read: a lock that a reading transaction asks for is refused without waiting. False: no log
  /// here.
  bool lock();
  /// The state; an error where there is no log or one of another contract.
  LogState state() const;
  std::optional<std::int64_t> last_id() const;
  /// Creates the tables and the state; the caller writes the baseline.
  void create();

  /// Returns the id of the new row.
  std::int64_t append(const LogRow& row, const LogState& state, const Session& session);
  /// Lets a row of the own transaction tell something else; when and by whom it was written stays.
  void rewrite(std::int64_t id, const LogRow& row);
  void remove(std::int64_t id);
  /// What was written of one object is of the other.
  void hand_over(std::int64_t from, std::int64_t to);
  /// Records that the log tells everything up to this version of the schema.
  void advance(std::int64_t schema_version, std::int64_t next_object_id);
  void mark_broken(const std::string& reason);

  std::string setting(const std::string& name) const;
  void set(const std::string& name, const std::string& value);

 private:
  Database db_;
};

}  // namespace ddltrail
