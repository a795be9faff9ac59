// What was done to a database, as a table in it: a row for each run of a migration, up or down,
// never changed once it is finished. Without the log and its extension too.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "migrate/dialect.h"
#include "source/database.h"

namespace ddltrail::migrate {

enum class Action {
  kUp,
  kDown,
  kAdopt  ///< the database had it when it was written
};

std::string_view name_of(Action action);

struct Record {
  std::int64_t id = 0;
  std::string version;
  std::string name;
  Action action = Action::kUp;
  std::string checksum;  ///< of what was done
  std::string recorded_at;
  std::string actor;
  std::int64_t duration_ms = 0;
  /// Up to where migrations tell what the trail does; nothing where they tell nothing of it yet.
  std::optional<std::string> position;
  std::optional<std::size_t> statements_done;  ///< of one that is not finished
  std::optional<std::string> failure;          ///< why it is not, where that is known

  std::string title() const { return name.empty() ? version : version + "_" + name; }
};

/// What the rows add up to.
struct Ledger {
  std::map<std::string, Record> applied;  ///< by version
  std::optional<Record> unfinished;
  std::optional<std::string> position;
};

class History {
 public:
  /// Borrows the database.
  History(Database& database, const Dialect& dialect) : database_(database), dialect_(dialect) {}

  bool exists();
  /// Throws Error where the role may not.
  void make();
  /// Empty where there is no table. Throws Error where another version of the tool wrote it.
  Ledger read();
  /// Returns the id.
  std::int64_t add(const Record& record);
  /// What is done so far of one that is not finished.
  void note(std::int64_t id, std::size_t statements_done, const std::string& checksum);
  void note_failure(std::int64_t id, const std::string& failure);
  /// Everything but the id, the version and the name.
  void finish(const Record& record);

 private:
  Database& database_;
  const Dialect& dialect_;
};

}  // namespace ddltrail::migrate
