// How triggers and rules are switched.
#pragma once

#include <string>
#include <vector>

#include "plan/postgres/object.h"

namespace ddltrail::postgres_plan {

/// As ALTER TABLE has it: origin -> ENABLE, always -> ENABLE ALWAYS, disabled -> DISABLE.
std::string switching(const std::string& enabled);

/// Where rows of a table may go, as it becomes: parents before their partitions.
std::vector<TableName> tree_of(const TableName& root, const World& world);

/// Of triggers that stay: nothing is to happen because rows move.
Steps triggers_off(const std::vector<TableName>& tree, const World& world);
Steps triggers_on(const std::vector<TableName>& tree, const World& world);

}  // namespace ddltrail::postgres_plan
