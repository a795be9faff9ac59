// Finds the rebuilds of tables among the statements of a transaction: a table that was created in
// it, was filled from another one and took over that one's name, while the other was dropped. Only
// looks at the trail.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "lineage.h"

namespace ddltrail {

/// Of one table, or of several whose statements are mixed.
struct Rebuild {
  std::set<std::size_t> events;  // of the trail: the statements that it consists of
  // Created in place of another: tables, indexes, triggers and views.
  std::map<std::int64_t, std::int64_t> replaced;
  // By table that was rebuilt, the columns of now: of before.
  std::map<std::int64_t, std::map<std::string, std::string>> columns;
};

/// No two have statements in the same stretch of the transaction.
std::vector<Rebuild> find_rebuilds(const Trail& trail, const Lives& lives,
                                   const std::string& schema);

/// The moments of a life among some events.
std::vector<Moment> moments_in(const Life& life, const std::set<std::size_t>& events);

/// No other moment stands between them.
bool are_contiguous(const Life& life, const std::set<std::size_t>& events);

}  // namespace ddltrail
