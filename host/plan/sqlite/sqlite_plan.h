// Plans for SQLite.
#pragma once

#include <string>

#include "plan/plan.h"

namespace ddltrail::sqlite_plan {

Plan plan(Schema from, const Schema& to, const Renames& renames);

std::string create_script(const Schema& schema);

}  // namespace ddltrail::sqlite_plan
