// ddltrail migrate baseline
#include <fmt/format.h>

#include "base/clock.h"
#include "cli/commands.h"
#include "cli/migrations.h"
#include "cli/owners.h"
#include "cli/report.h"
#include "cli/schema_argument.h"
#include "plan/plan.h"
#include "source/source.h"

namespace ddltrail {
namespace {

struct Flags {
  std::string url;
  std::string name = "baseline";
  bool is_without_owners = false;
  bool is_json = false;
};

/// Made from nothing; there is no way back behind it.
migrate::Migration baseline_of(const Migrations& migrations, const Flags& flags) {
  Schema schema = read_database(migrations.url());
  leave_out_owners(schema, role_at(migrations.url()), flags.is_without_owners);
  migrate::Migration migration;
  migration.name = flags.name;
  migration.up =
      migrate::read_script(create_script(schema), {migrations.folder()}, migrations.dialect());
  migration.down = migrate::Script();
  migration.down->remarks = {"the schema was there before its migrations"};
  return migration;
}

void require_none(const std::vector<migrate::Migration>& files, const migrate::Ledger& ledger) {
  if (!files.empty() || !ledger.applied.empty())
    throw Error("there are migrations already",
                files.empty() ? ledger.applied.begin()->second.title() : files.front().title(),
                "A baseline is the first one; for a new one use `ddltrail migration new`.");
}

std::vector<std::string> write_baseline(const Migrations& migrations, const Flags& flags) {
  const auto database = open_database(migrations.url(), false);
  const auto clock = system_clock();
  migrate::Listener nobody;
  migrate::Runner runner(*database, *clock, nobody, migrations.options());
  const auto files = migrations.read();
  require_none(files, runner.ledger());
  const auto cursor = database->cursor();
  migrate::Migration migration = baseline_of(migrations, flags);
  migration.version = migrations.next_version(files, runner.ledger());
  return migrations.write_as_applied(migration, runner, cursor);
}

ExitCode baseline(const Flags& flags) {
  require_migration_name(flags.name);
  const Migrations migrations(flags.url);
  std::vector<std::string> paths;
  with_refusals(migrations.url(), [&] { paths = write_baseline(migrations, flags); });
  if (flags.is_json)
    fmt::print("{}", json_text(Json{{"version", 1}, {"files", paths}}));
  else
    for (const std::string& path : paths) fmt::print("wrote {}\n", path);
  return ExitCode::kDone;
}

}  // namespace

void add_migrate_baseline(Command& migrate) {
  const Command command =
      migrate.add("baseline", "Write the first migration from the schema that the database has",
                  "migrate baseline");
  auto& flags = command.runs(baseline);
  command.option("NAME", flags.name, "Of the migration");
  command.url(flags.url);
  add_no_owner(command, flags.is_without_owners);
  command.json(flags.is_json);
}

}  // namespace ddltrail
