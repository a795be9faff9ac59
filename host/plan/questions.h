// What looks like a rename that nobody named: something went, and something like it came.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "diff/renames.h"
#include "model/schema.h"

namespace ddltrail {

/// As --rename takes them: "column:public.users.fullname=full_name". `from` has the later names of
/// what is known to be renamed; `former_names` lead back. Only of these kinds, or of all of them.
std::vector<std::string> possible_renames(const Schema& from, const Schema& to,
                                          const Renames& former_names,
                                          const std::set<std::string>& kinds = {});

}  // namespace ddltrail
