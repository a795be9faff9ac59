// A plan on its way to people: what may go wrong is told, what is not allowed is refused, and what
// it makes is proved.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/schema_argument.h"
#include "plan/plan.h"
#include "source/url.h"

namespace ddltrail {

/// How the command line wants a plan.
struct PlanFlags {
  std::vector<std::string> renames;  ///< as read_renames() takes them
  std::vector<std::string> allowed;  ///< names of hazards
  std::string scratch;               ///< a URL, or empty
  bool is_offline = false;           ///< the simple forms of statements
  bool is_unproven = false;
  bool is_without_owners = false;
};

void add_plan_flags(const Command& command, PlanFlags& flags);
void add_scratch(const Command& command, std::string& scratch);
/// The database beside which throw-away ones are made: the one of --scratch where it is said.
Url scratch_or(const std::string& scratch, const Url& database);
void add_allow(const Command& command, std::vector<std::string>& allowed);

/// Fills in how many rows the hazards are about, where the plan begins with a database.
void estimate_rows(Plan& plan, const SchemaArgument& from);

/// Hazards and questions, on stderr.
void print_risks(const Plan& plan);

/// Throws Error where a hazard of the plan is allowed neither here nor by the configuration.
void refuse_hazards(const Plan& plan, const std::vector<std::string>& allowed);

/// What a plan is proved with.
struct Proof {
  Url beside;  ///< the server of the throw-away database
  bool is_without_owners = false;
};

/// On a throw-away database: what the plan makes of the first schema must be the second. Throws
/// Error.
void prove(const Plan& plan, const Schema& from, const Schema& to, const Proof& proof);

}  // namespace ddltrail
