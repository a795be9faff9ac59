// ddltrail drift
#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.h"
#include "cli/commands.h"
#include "cli/differences.h"
#include "cli/made_schema.h"
#include "cli/migrations.h"
#include "cli/new_migration.h"
#include "cli/owners.h"
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

/// `differences`: where the trail does not tell the changes.
void print_json(const std::vector<Change>& changes,
                const std::optional<std::vector<Difference>>& differences) {
  Json rows = Json::array();
  for (const Change& change : changes) rows.push_back(write_json(change));
  Json report{{"version", 1}, {"changes", std::move(rows)}};
  if (differences) report["differences"] = json_of(*differences);
  fmt::print("{}", json_text(report));
}

/// Its privileges change with the owner.
bool is_of_owner(const Change& change) {
  const auto has_op = [](const Json& operation, const char* op) {
    return operation.value("op", "") == op;
  };
  const auto& all = change.details;
  return std::any_of(all.begin(), all.end(),
                     [&](const Json& each) { return has_op(each, "alter_owner"); }) &&
         std::all_of(all.begin(), all.end(), [&](const Json& each) {
           return has_op(each, "alter_owner") || has_op(each, "grant");
         });
}

ExitCode print_untold(const NewMigration& wanted, const Migrations& migrations) {
  const auto differences = differences_from_made(
      migrations.read(), migrations.url(), {wanted.plan.scratch, wanted.plan.is_without_owners});
  wanted.is_json ? print_json({}, differences) : print(differences);
  return differences.empty() ? ExitCode::kDone : ExitCode::kOutOfDate;
}

ExitCode drift(const NewMigration& wanted) {
  if (!wanted.name.empty()) return write_migration(wanted);
  const Migrations migrations(wanted.url);
  auto changes = changes_by_hand(migrations.url(), migrations.ledger());
  if (!changes) return print_untold(wanted, migrations);
  if (leaves_out_owners(wanted.plan.is_without_owners)) std::erase_if(*changes, is_of_owner);
  if (wanted.is_json)
    print_json(*changes, {});
  else
    for (const Change& change : *changes) print(change);
  return changes->empty() ? ExitCode::kDone : ExitCode::kOutOfDate;
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
  add_scratch(command, wanted.plan.scratch);
  add_no_owner(command, wanted.plan.is_without_owners);
  command.json(wanted.is_json);
}

}  // namespace ddltrail
