// ddltrail migration plan
#include <fmt/format.h>

#include "cli/command.h"
#include "cli/planned.h"
#include "cli/project.h"
#include "cli/rename_argument.h"
#include "cli/report.h"
#include "cli/schema_argument.h"
#include "cli/trail_argument.h"
#include "plan/plan.h"

namespace ddltrail {
namespace {

struct Flags {
  SchemaArgument from;
  SchemaArgument to;
  std::vector<std::string> renames;
  std::vector<std::string> allowed;
  std::string scratch;
  bool is_offline = false;
  bool is_unproven = false;
  bool is_json = false;
};

Json json_of(const Step& step) {
  Json hazards = Json::array();
  for (const Risk& risk : step.risks)
    hazards.push_back(
        {{"hazard", name_of(risk.hazard)}, {"object", risk.object}, {"why", risk.why}});
  return {
      {"sql", step.sql}, {"hazards", std::move(hazards)}, {"transactional", step.is_transactional}};
}

void print_json(const Plan& plan) {
  Json steps = Json::array();
  for (const Step& step : plan.steps) steps.push_back(json_of(step));
  fmt::print("{}", json_text(Json{{"version", 1},
                                  {"preparation", plan.preparation},
                                  {"steps", std::move(steps)},
                                  {"questions", plan.questions}}));
}

/// A server on which a throw-away database may be made; SQLite needs none.
Url scratch_of(const Flags& flags, Engine engine) {
  if (engine == Engine::kSqlite) return {engine, ""};
  if (!flags.scratch.empty()) return Url::parse(flags.scratch);
  for (const SchemaArgument& argument : {flags.from, flags.to})
    if (argument.is_url()) return Url::parse(argument.text);
  return resolve_url("", Config::read_if_there().url);
}

ExitCode plan_migration(const Flags& flags) {
  const std::optional<Url> beside = database_beside({flags.from, flags.to}, flags.scratch);
  const Schema from = read_whole_schema(flags.from, beside ? &*beside : nullptr);
  const Schema to = read_whole_schema(flags.to, beside ? &*beside : nullptr);
  Renames renames = beside ? renames_between(flags.from, flags.to, *beside) : Renames();
  renames.add(read_renames(flags.renames, from, to));
  const Plan plan = ddltrail::plan(from, to, renames, {.is_offline = flags.is_offline});
  print_risks(plan);
  refuse_hazards(plan, flags.allowed);
  if (!flags.is_unproven) prove(plan, from, to, scratch_of(flags, to.engine));
  flags.is_json ? print_json(plan) : fmt::print("{}", script_of(plan));
  return ExitCode::kDone;
}

void add_plan(CLI::App& migration, Chosen& chosen) {
  auto* command =
      migration.add_subcommand("plan", "Print the SQL that turns one schema into another");
  auto flags = std::make_shared<Flags>();
  constexpr const char* kWhat =
      "Database URL, snapshot (.json), DDL file (.sql), or a moment or cursor of the trail";
  command->add_option("--from", flags->from.text, kWhat)->required();
  command->add_option("--to", flags->to.text, kWhat)->required();
  command->add_option("--rename", flags->renames, kRenameHelp);
  command->add_option("--allow", flags->allowed,
                      "A hazard that is accepted: data-loss or may-fail; may be repeated");
  command->add_option("--scratch", flags->scratch,
                      "Database beside which DDL files and the plan are run on a throw-away one");
  command->add_flag("--offline", flags->is_offline,
                    "The simple forms, in one transaction: others wait for locks meanwhile");
  command->add_flag("--no-verify", flags->is_unproven,
                    "Do not try the plan on a throw-away database first");
  command->add_flag("--json", flags->is_json, "Print one JSON object");
  command->footer("Example: ddltrail migration plan --from sqlite:shop.db --to schema.sql");
  command->callback([flags, &chosen] { chosen = [flags] { return plan_migration(*flags); }; });
}

}  // namespace

void add_migration(CLI::App& app, Chosen& chosen) {
  auto* command = app.add_subcommand("migration", "Turn one schema into another");
  command->require_subcommand(1);
  add_plan(*command, chosen);
  add_migration_new(*command, chosen);
}

}  // namespace ddltrail
