// Turns the difference between the schema and its stored copy into rows of the log. Everything is
// read before anything is written, and the caller holds the write lock.
#pragma once

#include <optional>
#include <string>

#include "change.h"
#include "log.h"

namespace ddltrail {

/// A schema statement of the application.
struct Command {
  std::string tag;
  std::string text;
};

class Recorder {
 public:
  Recorder(sqlite3* db, const Session& session) : db_(db), session_(session), copy_(db), log_(db) {}

  /// What one statement of this connection did. `certainty` as far as the caller can vouch for it.
  /// Returns the number of rows written.
  int record(const Command& command, Certainty certainty);
  /// What somebody did unseen.
  int record_unseen();
  /// What is there when the log begins.
  int record_baseline();

 private:
  struct Heading {
    std::optional<Command> command;
    std::optional<std::string> action;  // instead of what the change says: inferred, baseline
  };

  int record_difference(const Heading& heading, Certainty certainty);
  std::vector<Change> match(const Delta& delta, Certainty certainty) const;
  void give_object_ids(std::vector<Change>& changes);
  void add_affected(std::vector<Change>& changes) const;
  std::vector<SchemaObject> affected_by(const Change& change) const;
  void read_definitions_of(std::span<Change> changes) const;
  void write(const Heading& heading, const std::vector<Change>& changes);

  sqlite3* db_;
  const Session& session_;
  SchemaCopy copy_;
  Log log_;
  LogState state_;
};

}  // namespace ddltrail
