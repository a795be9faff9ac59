// The bound of a partition as a condition on rows: which of them belong there. Of the texts that
// the server prints for bounds and keys, nothing is asked of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/schema.h"

namespace ddltrail::postgres_plan {

/// Of a partition of `parent`, which has the key `key`; `others`: the bounds of all partitions
/// beside it, which the default partition leaves rows to. Nothing where operator classes of the key
/// say what comes first.
std::optional<std::string> condition_of(const std::string& bound, const std::string& key,
                                        const std::string& parent,
                                        const std::vector<std::string>& others);

/// Every row that belonged there still does, as far as the texts tell.
bool is_wider(const std::string& former, const std::string& later);

}  // namespace ddltrail::postgres_plan
