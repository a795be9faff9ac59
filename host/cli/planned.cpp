#include "cli/planned.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>

#include "base/ascii.h"
#include "base/error.h"
#include "cli/config.h"
#include "cli/owners.h"
#include "cli/rename_argument.h"
#include "diff/difference.h"
#include "source/script.h"
#include "source/source.h"

namespace ddltrail {

void add_plan_flags(const Command& command, PlanFlags& flags) {
  command.option("--rename", flags.renames, kRenameHelp);
  add_allow(command, flags.allowed);
  add_scratch(command, flags.scratch);
  command.flag("--offline", flags.is_offline,
               "The simple forms, in one transaction: others wait for locks meanwhile");
  command.flag("--no-verify", flags.is_unproven,
               "Do not try the plan on a throw-away database first");
  add_no_owner(command, flags.is_without_owners);
}

void add_scratch(const Command& command, std::string& scratch) {
  command.option("--scratch", scratch,
                 "Database beside which files and plans are run on a throw-away one");
}

Url scratch_or(const std::string& scratch, const Url& database) {
  return scratch.empty() ? database : Url::parse(scratch);
}

void add_allow(const Command& command, std::vector<std::string>& allowed) {
  const auto names = hazard_names();
  command.option(
      "--allow", allowed,
      fmt::format("A hazard that is accepted; may be repeated: {}", fmt::join(names, ", ")));
  command.takes_only("--allow", names);
}

void estimate_rows(Plan& plan, const SchemaArgument& from) {
  std::set<std::pair<std::string, std::string>> tables;
  for (const Step& step : plan.steps)
    for (const Risk& risk : step.risks)
      if (risk.table) tables.insert(*risk.table);
  if (tables.empty() || !from.is_url()) return;
  const RowCounts counts = open_source(Url::parse(from.text))->estimated_rows(tables);
  for (Step& step : plan.steps)
    for (Risk& risk : step.risks)
      if (const auto known = risk.table ? counts.find(*risk.table) : counts.end();
          known != counts.end())
        risk.rows = known->second;
}

void print_risks(const Plan& plan) {
  for (const Step& step : plan.steps)
    for (const Risk& risk : step.risks)
      fmt::print(stderr, "hazard: {}: {}: {}{}\n", name_of(risk.hazard), one_line(risk.object),
                 risk.why, risk.rows ? fmt::format(" (rows: {})", *risk.rows) : "");
  for (const std::string& rename : plan.questions)
    fmt::print(stderr, "question: is that a rename? Then say --rename {}\n", one_line(rename));
}

void refuse_hazards(const Plan& plan, const std::vector<std::string>& allowed) {
  std::set<std::string> refused;
  for (const Step& step : plan.steps)
    for (const Risk& risk : step.risks) refused.emplace(name_of(risk.hazard));
  for (const auto& names : {allowed, Config::read_if_there().migrations.allow})
    for (const std::string& name : names) refused.erase(name);
  if (!refused.empty())
    throw Error("the plan has hazards that are not allowed",
                fmt::format("{}", fmt::join(refused, ", ")),
                "Read the hazards above; then say --allow with each of these names, or name those "
                "that are always accepted in migrations.allow of the configuration.",
                ExitCode::kHazardRefused);
}

namespace {

constexpr const char* kRehearsed = "the plan";
constexpr const char* kFault =
    "Where a schema uses what no plan makes, such as an operator or a collation of its own, say "
    "--no-verify, which prints the plan. All else is a fault of ddltrail: please report it.";

Schema rehearse(const Plan& plan, const Schema& from, const Url& beside) {
  Sections sections = {create_script(from)};
  for (std::string& section : sections_of(plan)) sections.push_back(std::move(section));
  try {
    return read_script(sections, kRehearsed, beside);
  } catch (const Error& error) {
    if (error.object() != kRehearsed) throw;
    throw Error(fmt::format("the plan fails on a copy of the first schema: {}", error.what()), "",
                kFault);
  }
}

}  // namespace

void prove(const Plan& plan, const Schema& from, const Schema& to, const Proof& proof) {
  Schema made = rehearse(plan, from, proof.beside), wanted = to;
  wanted.reader = made.reader;  // what is its own by name cannot be told from what is its own
  leave_out_owners(made, wanted, proof.is_without_owners);
  const auto differences = diff(std::move(made), wanted);
  if (differences.empty()) return;
  throw Error("the plan does not reach the second schema", differences.front().object_identity,
              kFault);
}

}  // namespace ddltrail
