// A rename as it is given on the command line: table:users=people, column:users.fullname=full_name,
// function:public.f(integer)=g.
#pragma once

#include <string>
#include <vector>

#include "diff/renames.h"
#include "model/schema.h"

namespace ddltrail {

inline constexpr const char* kRenameHelp =
    "What goes by another name, as KIND:OLD=NEW: table, column, type, enum_value, constraint, "
    "index, sequence, function or schema; may be repeated";

/// Throws Error where one is malformed, names nothing or several in `from`, gives a name that `to`
/// does not have, or contradicts another one.
Renames read_renames(const std::vector<std::string>& arguments, const Schema& from,
                     const Schema& to);

}  // namespace ddltrail
