// What one transaction of a connection has done to its schemas so far, in order: the rows that its
// statements wrote to the log, and from which table it copied into which. Kept in memory, since
// only the transaction itself needs it; SQLite tells when a savepoint takes something back.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "copy.h"
#include "recorder.h"

namespace ddltrail {

/// What one schema statement did in one database.
struct TrailStep {
  std::string schema;
  Command command;
  std::vector<WrittenRow> rows;
};

using TrailEvent = std::variant<TrailStep, Copy>;

class Trail {
 public:
  const std::vector<TrailEvent>& events() const { return events_; }
  void add(TrailEvent event) { events_.push_back(std::move(event)); }
  void clear();
  bool has_steps() const;
  bool has_copies() const;
  /// What was done in that database is not needed any longer.
  void forget(const std::string& schema);

  /// As SQLite counts the open savepoints, those of statements among them.
  void begin_savepoint(int number);
  void roll_back_to(int number);

 private:
  std::vector<TrailEvent> events_;
  std::map<int, std::size_t> savepoints_;  // how many events there were as each began
};

}  // namespace ddltrail
