#include "cli/trail.h"

#include "base/error.h"
#include "source/source.h"

namespace ddltrail {

std::vector<Change> changes_since_position(const Url& url, const migrate::Ledger& ledger) {
  const auto source = open_source(url);
  source->news("");  // has the extension record what SQLite connections without it did
  const LogState state = source->log_state();
  if (!state.is_installed())
    throw Error("the database has no log", url.shown(),
                "Run `ddltrail init` to install one; without it, say --from and --to.");
  if (state.is_broken)
    throw Error("the log is marked as broken", url.shown(),
                "What happened meanwhile is not told: say --from and --to.");
  auto changes = ledger.position ? source->changes_between(*ledger.position, "") : source->log({});
  std::erase_if(changes, [](const Change& change) {
    return change.in_extension || change.action == "baseline";
  });
  return changes;
}

std::vector<Change> changes_by_hand(const Url& url, const migrate::Ledger& ledger) {
  auto changes = changes_since_position(url, ledger);
  std::erase_if(changes, [](const Change& change) { return change.migration.has_value(); });
  return changes;
}

}  // namespace ddltrail
