// What went while something like it came: perhaps it only goes by another name.
#pragma once

#include <string>
#include <vector>

#include "model/schema.h"

namespace ddltrail::postgres_plan {

/// As --rename takes them: "column:public.users.fullname=full_name". `from`: under its later names.
std::vector<std::string> questions(const Schema& from, const Schema& to);

}  // namespace ddltrail::postgres_plan
