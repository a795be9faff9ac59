// ddltrail migration new
#include "cli/commands.h"
#include "cli/new_migration.h"

namespace ddltrail {

void add_migration_new(Command& migration) {
  const Command command = migration.add(
      "new", "Write a migration: what was changed by hand, or what turns one schema into another",
      "migration new add_profile");
  auto& wanted = command.runs(write_migration);
  command.required("NAME", wanted.name, "Of the migration, such as add_profile");
  command.option("--from", wanted.from.text,
                 "Schema to begin with; by default what the migrations make");
  command.option("--to", wanted.to.text,
                 "Schema to reach; by default the database, with what its trail tells");
  command.url(wanted.url);
  add_plan_flags(command, wanted.plan);
  command.json(wanted.is_json);
}

}  // namespace ddltrail
