// Turns the difference between the schema and its stored copy into rows of the log. Everything is
// read before anything is written, and the caller holds the write lock.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "change.h"
#include "log.h"

namespace ddltrail {

/// A schema statement of the application.
struct Command {
  std::string tag;
  std::string text;
};

/// Rows of the log and what they make of the stored copy: computed, not yet written.
struct Entry {
  std::int64_t after_version = 0;  // of the schema that the log told before
  LogState state;                  // as it will be
  std::vector<LogRow> rows;
  std::vector<Change> changes;  // one for each row
  Delta copied;
};

/// Some of an entry is written and stays: the transaction must not commit.
class PartlyWritten : public SqliteError {
 public:
  using SqliteError::SqliteError;
};

/// A row of the log and what it tells.
struct WrittenRow {
  std::int64_t id = 0;
  Change change;
};

/// What the log says of a change.
LogRow row_of(const Change& change);

/// The text of a statement as the setting wants it in the log.
std::optional<std::string> statement_text(const std::string& setting, std::string_view text);

class Recorder {
 public:
  Recorder(const Database& db, Log& log, const Session& session)
      : db_(db), session_(session), log_(log) {}

  /// What one statement of this connection did; nothing unseen stands before it. `missed` is how
  /// often the schema changed since the log was last written.
  std::vector<WrittenRow> record(const Command& command, std::int64_t missed);
  /// What somebody did unseen. Returns what was written, for write() to repeat after a rollback.
  Entry record_unseen(std::int64_t missed);
  /// What is there when the log begins.
  void record_baseline();
  /// Writes an entry unless the log has gone on since it was computed.
  void write_again(const Entry& entry);

 private:
  struct Heading {
    std::optional<Command> command;
    std::optional<std::string> action;  // instead of what the change says: inferred, baseline
  };

  Entry compute(const Heading& heading, std::int64_t missed, Certainty certainty);
  std::vector<Change> match(const Delta& delta, Certainty certainty) const;
  void give_object_ids(std::vector<Change>& changes, LogState& state) const;
  void add_affected(std::vector<Change>& changes) const;
  std::vector<SchemaObject> affected_by(const Change& change) const;
  void read_definitions_of(std::span<Change> changes) const;
  /// Returns the ids of the rows.
  std::vector<std::int64_t> write(const Entry& entry);
  std::vector<std::int64_t> write_all(const Entry& entry);

  const Database& db_;
  const Session& session_;
  Log& log_;
};

}  // namespace ddltrail
