// ddltrail migration plan
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/owners.h"
#include "cli/planned.h"
#include "cli/project.h"
#include "cli/rename_argument.h"
#include "cli/report.h"
#include "cli/schema_argument.h"
#include "cli/trail_argument.h"
#include "plan/plan.h"

namespace ddltrail {
namespace {

struct MigrationFlags {
  SchemaArgument from;
  SchemaArgument to;
  PlanFlags plan;
  bool is_json = false;
};

Json json_of(const Step& step) {
  Json hazards = Json::array();
  for (const Risk& risk : step.risks)
    hazards.push_back({{"hazard", name_of(risk.hazard)},
                       {"object", risk.object},
                       {"why", risk.why},
                       {"rows", risk.rows ? Json(*risk.rows) : Json()}});
  return {
      {"sql", step.sql}, {"hazards", std::move(hazards)}, {"transactional", step.is_transactional}};
}

void print_json(const Plan& plan) {
  Json steps = Json::array();
  for (const Step& step : steps_with_settings(plan)) steps.push_back(json_of(step));
  fmt::print("{}", json_text(Json{{"version", 1},
                                  {"preparation", plan.preparation},
                                  {"steps", std::move(steps)},
                                  {"questions", plan.questions}}));
}

/// A server on which a throw-away database may be made; SQLite needs none.
Url scratch_of(const MigrationFlags& flags, Engine engine) {
  if (engine == Engine::kSqlite) return {engine, ""};
  if (!flags.plan.scratch.empty()) return Url::parse(flags.plan.scratch);
  for (const SchemaArgument& argument : {flags.from, flags.to})
    if (argument.is_url()) return Url::parse(argument.text);
  return resolve_url("", Config::read_if_there().url);
}

ExitCode plan_migration(const MigrationFlags& flags) {
  const std::optional<Url> beside = database_beside({flags.from, flags.to}, flags.plan.scratch);
  const Url* database = beside ? &*beside : nullptr;
  Schema from = read_whole_schema(flags.from, database);
  Schema to = read_whole_schema(flags.to, database);
  leave_out_owners(from, to, flags.plan.is_without_owners);
  Renames renames = beside ? renames_between(flags.from, flags.to, *beside) : Renames();
  renames.add(read_renames(flags.plan.renames, from, to));
  Plan plan = ddltrail::plan(from, to, renames, {.is_offline = flags.plan.is_offline});
  estimate_rows(plan, flags.from);
  print_risks(plan);
  refuse_hazards(plan, flags.plan.allowed);
  if (!flags.plan.is_unproven)
    prove(plan, from, to, {scratch_of(flags, to.engine), flags.plan.is_without_owners});
  flags.is_json ? print_json(plan) : fmt::print("{}", script_of(plan));
  return ExitCode::kDone;
}

void add_plan(const Command& migration) {
  const Command command = migration.add("plan", "Print the SQL that turns one schema into another",
                                        "migration plan --from sqlite:shop.db --to schema.sql");
  auto& flags = command.runs(plan_migration);
  constexpr const char* kWhat =
      "Database URL, snapshot (.json), DDL file (.sql), or a moment or cursor of the trail";
  command.required("--from", flags.from.text, kWhat);
  command.required("--to", flags.to.text, kWhat);
  add_plan_flags(command, flags.plan);
  command.json(flags.is_json);
}

}  // namespace

void add_migration(Command& tool) {
  Command command =
      tool.add("migration", "Turn one schema into another", "migration new add_profile");
  command.needs_another();
  add_plan(command);
  add_migration_new(command);
}

}  // namespace ddltrail
