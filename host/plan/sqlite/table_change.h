// What is done to a table that stays: ALTER TABLE where SQLite can do it and the result is the
// same, else the table is made anew and its rows are copied.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "plan/plan.h"
#include "plan/sqlite/row_rules.h"
#include "plan/sqlite/words.h"

namespace ddltrail::sqlite_plan {

struct TableChange {
  std::vector<Step> steps;
  bool is_rebuild = false;
  std::vector<RowRule> rules;  ///< that the rows must keep before anything is done
};

/// Nothing where both are alike; the order of the columns makes no difference. `mentioned`: the
/// words of the indexes, views and triggers that stay: columns among them are not dropped in place.
/// `taken`: in lower case, names that no table may get.
TableChange change(const TablePair& table, const Words& mentioned,
                   const std::set<std::string>& taken);

}  // namespace ddltrail::sqlite_plan
