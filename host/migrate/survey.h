// The files and the history side by side.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "migrate/history.h"
#include "migrate/migration.h"

namespace ddltrail::migrate {

enum class State {
  kApplied,
  kPending,
  kEdited,   ///< applied, and the file says something else since
  kMissing,  ///< applied, and there is no file
  kHalfDone
};

std::string_view name_of(State state);

struct Entry {
  std::string version;
  std::string name;
  State state = State::kPending;
  bool is_out_of_order = false;  ///< pending, and a later one is applied
  std::optional<Record> record;  ///< of what was done
  const Migration* migration = nullptr;

  std::string title() const { return name.empty() ? version : version + "_" + name; }
};

/// In the order of the files; those without one where their versions put them. Borrows the
/// migrations.
std::vector<Entry> survey(const std::vector<Migration>& migrations, const Ledger& ledger);

/// Throws Error where an applied migration was edited.
void refuse_edited(const std::vector<Entry>& entries);

}  // namespace ddltrail::migrate
