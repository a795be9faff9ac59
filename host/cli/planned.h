// A plan on its way to people: what may go wrong is told, what is not allowed is refused, and what
// it makes is proved.
#pragma once

#include <string>
#include <vector>

#include "plan/plan.h"
#include "source/url.h"

namespace ddltrail {

/// Hazards and questions, on stderr.
void print_risks(const Plan& plan);

/// Throws Error where a hazard of the plan is not allowed.
void refuse_hazards(const Plan& plan, const std::vector<std::string>& allowed);

/// On a throw-away database beside that one: what the plan makes of the first schema must be the
/// second. Throws Error.
void prove(const Plan& plan, const Schema& from, const Schema& to, const Url& beside);

}  // namespace ddltrail
