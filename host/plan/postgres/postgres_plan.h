// Plans for PostgreSQL: the objects of both schemas are compared, what must go before others can
// change is pulled along, and the order follows from what needs what.
#pragma once

#include <string>

#include "plan/plan.h"

namespace ddltrail::postgres_plan {

Plan plan(const Schema& former, const Schema& to, const Renames& renames, const Options& options);

std::string create_script(const Schema& schema);

}  // namespace ddltrail::postgres_plan
