// ddltrail migrate baseline
#include <fmt/format.h>

#include "base/ascii.h"
#include "base/clock.h"
#include "base/error.h"
#include "cli/commands.h"
#include "cli/differences.h"
#include "cli/made_schema.h"
#include "cli/migrations.h"
#include "cli/owners.h"
#include "cli/report.h"
#include "cli/schema_argument.h"
#include "plan/plan.h"
#include "source/source.h"

namespace ddltrail {
namespace {

struct BaselineFlags {
  std::string url;
  std::string name = "baseline";
  std::string to;
  MadeFlags made;
  bool is_json = false;
};

struct Baseline {
  std::vector<std::string> files;    ///< that were written
  std::vector<std::string> adopted;  ///< migrations whose files were there
};

/// Made from nothing; there is no way back behind it.
migrate::Migration baseline_of(const Migrations& migrations, const BaselineFlags& flags) {
  Schema schema = read_database(migrations.url());
  leave_out_owners(schema, flags.made.is_without_owners);
  migrate::Migration migration;
  migration.name = flags.name;
  migration.up =
      migrate::read_script(create_script(schema), {migrations.folder()}, migrations.dialect());
  migration.down = migrate::Script();
  migration.down->remarks = {"the schema was there before its migrations"};
  return migration;
}

/// Those that the database has already.
std::vector<migrate::Migration> up_to(std::vector<migrate::Migration> files,
                                      const std::string& version) {
  if (version.empty()) return files;
  files.resize(static_cast<std::size_t>(migrate::require(files, version) - files.data()) + 1);
  return files;
}

/// Of a database that came to what they make in another way.
std::vector<std::string> adopt(const std::vector<migrate::Migration>& files,
                               migrate::Runner& runner, Database& database, const MadeFlags& made) {
  const auto differences = differences_from_made(files, database.url(), made);
  print(differences);
  if (!differences.empty())
    throw Error("the database is not what the migrations make", database.url().shown(),
                "The lines above tell what it has otherwise. Say --to VERSION for the last one "
                "that it has, or make it so first.");
  std::vector<std::string> adopted;
  for (const migrate::Migration& migration : files) {
    runner.adopt(migration, database.cursor());
    adopted.push_back(migration.title());
  }
  return adopted;
}

Baseline make_baseline(const Migrations& migrations, const BaselineFlags& flags) {
  const auto database = open_database(migrations.url(), false);
  const auto clock = system_clock();
  migrate::Listener nobody;
  migrate::Runner runner(*database, *clock, nobody, migrations.options());
  const auto files = migrations.read();
  if (!runner.ledger().applied.empty())
    throw Error("migrations were applied already", runner.ledger().applied.begin()->second.title(),
                "A baseline comes before all others; for a new one use `ddltrail migration new`.");
  if (!files.empty()) return {{}, adopt(up_to(files, flags.to), runner, *database, flags.made)};
  const auto cursor = database->cursor();
  migrate::Migration migration = baseline_of(migrations, flags);
  migration.version = migrations.next_version(files, runner.ledger());
  return {migrations.write_as_applied(migration, runner, cursor), {}};
}

ExitCode baseline(const BaselineFlags& flags) {
  require_migration_name(flags.name);
  const Migrations migrations(flags.url);
  Baseline made;
  with_refusals(migrations.url(), [&] { made = make_baseline(migrations, flags); });
  if (flags.is_json) {
    fmt::print("{}",
               json_text(Json{{"version", 1}, {"files", made.files}, {"adopted", made.adopted}}));
  } else {
    for (const std::string& path : made.files) fmt::print("wrote {}\n", path);
    for (const std::string& title : made.adopted) fmt::print("adopted {}\n", one_line(title));
  }
  return ExitCode::kDone;
}

}  // namespace

void add_migrate_baseline(Command& migrate) {
  const Command command =
      migrate.add("baseline",
                  "Write the first migration from the schema that the database has; where there "
                  "are migrations, record them as applied where it has what they make",
                  "migrate baseline");
  auto& flags = command.runs(baseline);
  command.option("NAME", flags.name, "Of the migration");
  command.url(flags.url);
  command.option("--to", flags.to, "The last one to record: its version");
  add_made_flags(command, flags.made);
  command.json(flags.is_json);
}

}  // namespace ddltrail
