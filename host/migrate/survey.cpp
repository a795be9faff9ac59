#include "migrate/survey.h"

#include <algorithm>
#include <set>

#include "base/error.h"

namespace ddltrail::migrate {
namespace {

Entry entry_of(const Migration& migration, const Ledger& ledger) {
  Entry entry{migration.version, migration.name, State::kPending, false, std::nullopt, &migration};
  const auto found = ledger.applied.find(migration.version);
  if (ledger.unfinished && ledger.unfinished->version == migration.version) {
    entry.state = State::kHalfDone;
    entry.record = ledger.unfinished;
  } else if (found != ledger.applied.end()) {
    entry.record = found->second;
    entry.state =
        found->second.checksum == migration.up.checksum() ? State::kApplied : State::kEdited;
  }
  return entry;
}

/// Where its file would stand.
void insert_by_version(std::vector<Entry>& entries, Entry entry) {
  const auto later = std::find_if(entries.begin(), entries.end(), [&](const Entry& each) {
    return is_before(entry.version, each.version);
  });
  entries.insert(later, std::move(entry));
}

void insert_missing(std::vector<Entry>& entries, const std::vector<Migration>& migrations,
                    const Ledger& ledger) {
  const auto is_there = [&](const std::string& version) {
    return std::any_of(migrations.begin(), migrations.end(),
                       [&](const Migration& each) { return each.version == version; });
  };
  for (const auto& [version, record] : ledger.applied)
    if (!is_there(version))
      insert_by_version(entries, {version, record.name, State::kMissing, false, record, nullptr});
}

}  // namespace

std::string_view name_of(State state) {
  switch (state) {
    case State::kApplied:
      return "applied";
    case State::kPending:
      return "pending";
    case State::kEdited:
      return "edited";
    case State::kMissing:
      return "missing";
    case State::kHalfDone:
      return "half done";
  }
  return "";
}

std::vector<Entry> survey(const std::vector<Migration>& migrations, const Ledger& ledger) {
  std::vector<Entry> entries;
  for (const Migration& migration : migrations) entries.push_back(entry_of(migration, ledger));
  insert_missing(entries, migrations, ledger);
  bool is_behind = false;
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
    entry->is_out_of_order = is_behind && entry->state == State::kPending;
    is_behind |= entry->state != State::kPending && entry->state != State::kHalfDone;
  }
  return entries;
}

void refuse_edited(const std::vector<Entry>& entries) {
  for (const Entry& entry : entries)
    if (entry.state == State::kEdited)
      throw Error("a migration that is applied was edited", entry.migration->up.path,
                  "Restore the file as it was, and write a new migration for what it should do.");
}

}  // namespace ddltrail::migrate
