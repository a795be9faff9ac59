#include "cli/new_migration.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>

#include "base/clock.h"
#include "cli/made_schema.h"
#include "cli/migration_script.h"
#include "cli/migrations.h"
#include "cli/owners.h"
#include "cli/rename_argument.h"
#include "cli/report.h"
#include "cli/trail.h"
#include "cli/trail_argument.h"
#include "diff/trail_renames.h"
#include "source/source.h"

namespace ddltrail {
namespace {

using migrate::Migration;

/// The two schemas of a migration, and what goes by another name.
struct Sides {
  Schema from;
  Schema to;
  Renames renames;
};

Url scratch_of(const NewMigration& wanted, const Migrations& migrations) {
  return scratch_or(wanted.plan.scratch, migrations.url());
}

std::optional<Migration> planned(const NewMigration& wanted, const Sides& sides,
                                 const Migrations& migrations) {
  const Options options{.is_offline = wanted.plan.is_offline};
  Plan there = plan(sides.from, sides.to, sides.renames, options);
  estimate_rows(there, wanted.from);
  print_risks(there);
  if (there.empty()) return std::nullopt;
  refuse_hazards(there, wanted.plan.allowed);
  const Plan back = plan(sides.to, sides.from, sides.renames.turned(), options);
  if (!wanted.plan.is_unproven) {
    const Url beside = scratch_of(wanted, migrations);
    const Proof proof{beside, wanted.plan.is_without_owners};
    prove(there, sides.from, sides.to, proof);
    prove(back, sides.to, sides.from, proof);
  }
  Migration migration;
  migration.name = wanted.name;
  migration.up = migration_script(there, migrations.dialect());
  migration.down = way_back_script(there, back, migrations.dialect());
  return migration;
}

void report(const NewMigration& wanted, const std::optional<Migration>& migration,
            const std::vector<std::string>& paths) {
  if (wanted.is_json)
    fmt::print("{}", json_text(Json{{"version", 1},
                                    {"migration", migration ? Json(migration->version) : Json()},
                                    {"files", paths}}));
  else if (!migration)
    fmt::print("nothing to migrate\n");
  else
    for (const std::string& path : paths) fmt::print("wrote {}\n", path);
}

/// Without --from: from what the migrations make.
Sides sides_of(const NewMigration& wanted, const Migrations& migrations) {
  const std::optional<Url> beside = database_beside({wanted.from, wanted.to}, wanted.plan.scratch);
  const Url* database = beside ? &*beside : nullptr;
  Sides sides;
  if (wanted.from.text.empty()) {
    sides.from = schema_made_by(migrations.read(), scratch_of(wanted, migrations));
  } else {
    sides.from = read_whole_schema(wanted.from, database);
    if (database) sides.renames = renames_between(wanted.from, wanted.to, *database);
  }
  sides.to = read_whole_schema(wanted.to, database);
  leave_out_owners(sides.from, sides.to, wanted.plan.is_without_owners);
  sides.renames.add(read_renames(wanted.plan.renames, sides.from, sides.to));
  return sides;
}

ExitCode write_difference(const NewMigration& wanted, const Migrations& migrations) {
  const Sides sides = sides_of(wanted, migrations);
  auto migration = planned(wanted, sides, migrations);
  std::vector<std::string> paths;
  if (migration) {
    migration->version = migrations.next_version(migrations.read(), migrations.ledger());
    paths = migrations.write(*migration);
  }
  report(wanted, migration, paths);
  return ExitCode::kDone;
}

/// The files must make what the database had before it was changed by hand.
void require_all_applied(const std::vector<migrate::Entry>& entries) {
  refuse_edited(entries);
  for (const migrate::Entry& entry : entries)
    if (entry.state != migrate::State::kApplied)
      throw Error(fmt::format("a migration is {}", name_of(entry.state)), entry.title(),
                  entry.state == migrate::State::kMissing
                      ? "Restore its file: the new one begins where the others end."
                      : "Run `ddltrail migrate up` first: the new one begins where the others "
                        "end.");
}

/// What was there before the log began no migration makes yet.
void require_whole_trail(const Url& url) {
  const auto changes = open_source(url)->log({});
  const auto first = std::find_if(changes.begin(), changes.end(), [](const Change& change) {
    return change.action == "baseline" && !change.in_extension && change.object_kind != "schema";
  });
  if (first != changes.end())
    throw Error("the database had a schema before its log began", first->object_identity,
                "Run `ddltrail migrate baseline` first: it writes a migration that makes it.");
}

Sides sides_of_trail(const NewMigration& wanted, const Migrations& migrations,
                     const std::vector<Migration>& files, const migrate::Ledger& ledger) {
  if (files.empty()) require_whole_trail(migrations.url());
  const auto changes = changes_since_position(migrations.url(), ledger);
  Sides sides{
      schema_made_by(files, scratch_of(wanted, migrations)), read_database(migrations.url()), {}};
  leave_out_owners(sides.from, sides.to, wanted.plan.is_without_owners);
  if (changes) sides.renames = renames_by_hand(*changes);
  sides.renames.add(read_renames(wanted.plan.renames, sides.from, sides.to));
  return sides;
}

/// Nobody changed the schema while it was read.
void require_still(const Url& url, const std::string& cursor) {
  if (!open_source(url)->changes_between(cursor, "").empty())
    throw Error("the schema was changed meanwhile", url.shown(), "Run again.");
}

void write_trail(const NewMigration& wanted, const Migrations& migrations) {
  const auto database = open_database(migrations.url(), false);
  const auto clock = system_clock();
  migrate::Listener nobody;
  migrate::Runner runner(*database, *clock, nobody, migrations.options());
  const auto files = migrations.read();
  require_all_applied(survey(files, runner.ledger()));
  catch_up(migrations.url());  // so that the cursor stands behind it
  const std::string cursor = database->cursor().value_or("");
  const Sides sides = sides_of_trail(wanted, migrations, files, runner.ledger());
  require_still(migrations.url(), cursor);
  auto migration = planned(wanted, sides, migrations);
  std::vector<std::string> paths;
  if (migration) {
    migration->version = migrations.next_version(files, runner.ledger());
    paths = migrations.write_as_applied(*migration, runner, cursor);
  }
  report(wanted, migration, paths);
}

/// A database among what is compared, where both sides are said: the project may have none.
std::string database_among(const NewMigration& wanted) {
  if (wanted.from.text.empty()) return "";
  for (const SchemaArgument& side : {wanted.from, wanted.to})
    if (side.is_url()) return side.text;
  return wanted.plan.scratch;
}

}  // namespace

ExitCode write_migration(const NewMigration& wanted) {
  require_migration_name(wanted.name);
  const Migrations migrations(wanted.url, database_among(wanted));
  if (!wanted.to.text.empty()) return write_difference(wanted, migrations);
  if (!wanted.from.text.empty())
    throw Error("--from is given without --to", wanted.from.text,
                "Say both; or neither for what was changed by hand.", ExitCode::kUsage);
  with_refusals(migrations.url(), [&] { write_trail(wanted, migrations); });
  return ExitCode::kDone;
}

}  // namespace ddltrail
