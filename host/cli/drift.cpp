// ddltrail drift
#include <fmt/format.h>

#include "base/ascii.h"
#include "cli/commands.h"
#include "cli/migrations.h"
#include "cli/new_migration.h"
#include "cli/report.h"
#include "cli/trail.h"

namespace ddltrail {
namespace {

void print(const Change& change) {
  fmt::print("{}\n",
             one_line(fmt::format("#{:<4} {:.19} {:<10} {} {}: {}", change.id, change.logged_at,
                                  change.actor.value_or("-"), change.object_kind,
                                  change.object_identity, sentence(change))));
  if (change.statement) fmt::print("      {}\n", *change.statement);
}

void print_json(const std::vector<Change>& changes) {
  Json rows = Json::array();
  for (const Change& change : changes) rows.push_back(write_json(change));
  fmt::print("{}", json_text(Json{{"version", 1}, {"changes", std::move(rows)}}));
}

ExitCode drift(const NewMigration& wanted) {
  if (!wanted.name.empty()) return write_migration(wanted);
  const Migrations migrations(wanted.url);
  const auto changes = changes_by_hand(migrations.url(), migrations.ledger());
  if (wanted.is_json)
    print_json(changes);
  else
    for (const Change& change : changes) print(change);
  return changes.empty() ? ExitCode::kDone : ExitCode::kOutOfDate;
}

}  // namespace

void add_drift(Command& tool) {
  const Command command = tool.add(
      "drift",
      "Show what was changed by hand and is in no migration; exit code 2 where there is anything",
      "drift --write add_profile");
  auto& wanted = command.runs(drift);
  command.url(wanted.url);
  command.option("--write", wanted.name, "Write the migration for it, by this name");
  add_allow(command, wanted.plan.allowed);
  command.json(wanted.is_json);
}

}  // namespace ddltrail
