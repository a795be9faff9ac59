// A rename as it is given on the command line: table:users=people, column:users.fullname=full_name.
#pragma once

#include <string>
#include <vector>

#include "diff/renames.h"
#include "model/schema.h"

namespace ddltrail {

/// Throws Error where one is malformed, names nothing in `from`, or gives a name that `to` does not
/// have.
Renames read_renames(const std::vector<std::string>& arguments, const Schema& from,
                     const Schema& to);

}  // namespace ddltrail
