// The log of a database: its state and settings, the stored copy of the schema, and the rows it is
// made of. What it has read it remembers: whoever keeps one says until when that holds.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "log_state.h"
#include "schema_copy.h"
#include "statement.h"

namespace ddltrail {

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
  const LogState& state();
  SchemaCopy& copy();
  /// How often the schema changed since the log was last written.
  std::int64_t missed_versions();
  std::optional<std::int64_t> last_id() const;
  /// Creates the tables and the state; the caller writes the baseline.
  void create();

  /// The transaction holds the write lock: what is remembered from before is true where nobody
  /// else has written since. Returns whether it is.
  bool revise();
  bool is_revised() const { return is_revised_; }
  /// The transaction has committed: what is known now stays true until somebody writes.
  void remember() noexcept;
  void forget() noexcept;

  /// Returns the id of the new row. Complete with the next advance().
  std::int64_t append(const LogRow& row, std::int64_t schema_version, const Session& session);
  /// Lets a row of the own transaction tell something else; when and by whom it was written stays.
  void rewrite(std::int64_t id, const LogRow& row);
  void remove(std::int64_t id);
  /// What was written of one object is of the other.
  void hand_over(std::int64_t from, std::int64_t to);
  /// Writes the stored copy, and that the log is sound and tells everything up to this version of
  /// the schema.
  void advance(std::int64_t schema_version, std::int64_t next_object_id);
  void mark_broken(const std::string& reason);

  std::string setting(const std::string& name);
  void set(const std::string& name, const std::string& value);

 private:
  void drop_stale();
  void forget_what_changed();
  void save();
  void put(std::string_view key, const std::string& value);

  Database db_;
  std::optional<LogState> state_;
  std::optional<SchemaCopy> copy_;
  std::optional<unsigned> data_version_;  // of the file as what is remembered was committed
  bool is_revised_ = false;               // in this transaction
  bool is_stale_ = false;
};

}  // namespace ddltrail
