// The unique indexes that CREATE INDEX makes, as rules that the rows of their tables must keep.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/schema.h"
#include "plan/sqlite/row_rules.h"

namespace ddltrail::sqlite_plan {

/// Those of `to` by their tables; new ones are marked. `from`: under its later names.
std::map<std::string, std::vector<UniqueKey>> unique_indexes(const Schema& from, const Schema& to);

}  // namespace ddltrail::sqlite_plan
