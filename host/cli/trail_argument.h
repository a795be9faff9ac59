// What the trail of a database tells of schemas that are named on the command line.
#pragma once

#include "cli/schema_argument.h"
#include "diff/renames.h"

namespace ddltrail {

/// The renames between the two: none where they are not both of the log of the database `log`.
Renames renames_between(const SchemaArgument& from, const SchemaArgument& to, const Url& log);

/// As read_schema(); a position as complete as can be, see past_of(). Says on stderr what is not
/// known of it.
Schema read_whole_schema(const SchemaArgument& argument, const Url* beside);

}  // namespace ddltrail
