#include "cli/trail.h"

#include <fmt/format.h>

#include "base/error.h"
#include "source/source.h"

namespace ddltrail {

void catch_up(const Url& url) { open_source(url)->news(""); }

std::optional<std::vector<Change>> changes_since_position(const Url& url,
                                                          const migrate::Ledger& ledger) {
  const auto source = open_source(url);
  source->news("");
  const LogState state = source->log_state();
  if (!state.is_installed())
    throw Error("the database has no log", url.shown(),
                "Run `ddltrail init` to install one; without it, say --from and --to.");
  if (state.is_broken)
    throw Error("the log is marked as broken", url.shown(),
                "What happened meanwhile is not told: say --from and --to.");
  std::vector<Change> changes;
  try {
    changes = ledger.position ? source->changes_between(*ledger.position, "") : source->log({});
  } catch (const UnknownPosition& unknown) {
    fmt::print(stderr,
               "note: the trail does not tell what was done since the last migration ({}): the "
               "schemas are compared, and of what goes by another name only --rename tells\n",
               unknown.what());
    return std::nullopt;
  }
  std::erase_if(changes, [](const Change& change) {
    return change.in_extension || change.action == "baseline";
  });
  return changes;
}

std::optional<std::vector<Change>> changes_by_hand(const Url& url, const migrate::Ledger& ledger) {
  auto changes = changes_since_position(url, ledger);
  if (changes)
    std::erase_if(*changes, [](const Change& change) { return change.migration.has_value(); });
  return changes;
}

}  // namespace ddltrail
