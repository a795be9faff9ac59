// ddltrail migration new
#include "cli/command.h"
#include "cli/new_migration.h"
#include "cli/rename_argument.h"

namespace ddltrail {

void add_migration_new(CLI::App& migration, Chosen& chosen) {
  auto* command = migration.add_subcommand(
      "new", "Write a migration: what was changed by hand, or what turns one schema into another");
  auto wanted = std::make_shared<NewMigration>();
  command->add_option("NAME", wanted->name, "Of the migration, such as add_profile")->required();
  command->add_option("--from", wanted->from.text,
                      "Schema to begin with; by default what the migrations make");
  command->add_option("--to", wanted->to.text,
                      "Schema to reach; by default the database, with what its trail tells");
  command->add_option("--rename", wanted->renames, kRenameHelp);
  command->add_option("--allow", wanted->allowed, "A hazard that is accepted; may be repeated");
  command->add_option("--url", wanted->url, "Database, instead of the configured one");
  command->add_option("--scratch", wanted->scratch,
                      "Database beside which DDL files and the plan are run on a throw-away one");
  command->add_flag("--offline", wanted->is_offline,
                    "The simple forms, in one transaction: others wait for locks meanwhile");
  command->add_flag("--no-verify", wanted->is_unproven,
                    "Do not try the plan on a throw-away database first");
  command->add_flag("--json", wanted->is_json, "Print one JSON object");
  command->footer("Example: ddltrail migration new add_profile");
  command->callback([wanted, &chosen] { chosen = [wanted] { return write_migration(*wanted); }; });
}

}  // namespace ddltrail
