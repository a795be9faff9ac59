// ALTER TABLE ... RENAME, in an order in which no name is taken when it is given: chains, swaps and
// names that differ in case alone included.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "diff/renames.h"

namespace ddltrail::sqlite_plan {

struct Rename {
  std::string from;
  std::string to;
  bool operator==(const Rename&) const = default;
};

/// Former name -> later name: all are of the one schema that there is.
Renames::Names table_names(const Renames& renames);

/// Names as SQLite compares them.
std::set<std::string> lower_cased(const std::set<std::string>& names);

/// The same renames as a sequence, through names of their own where they take each other's.
/// `taken`: all names that there are then, of which no other may be among the later ones;
/// `reserved`: in lower case, what may not serve in between either.
std::vector<Rename> in_order(const Renames::Names& renames, const std::set<std::string>& taken,
                             const std::set<std::string>& reserved);

/// Not among `taken`, which are in lower case: begins with new_ and the name.
std::string free_name(const std::string& name, const std::set<std::string>& taken);

}  // namespace ddltrail::sqlite_plan
