// How differences between schemas are told: to people, and as JSON.
#pragma once

#include <vector>

#include "diff/difference.h"

namespace ddltrail {

/// A line for each, on stdout.
void print(const std::vector<Difference>& differences);

/// An array.
Json json_of(const std::vector<Difference>& differences);

}  // namespace ddltrail
