// The owners that a migration does not name: of what belongs to the role that reads a schema, or of
// everything. It belongs to who migrates.
#pragma once

#include "cli/command.h"
#include "model/schema.h"

namespace ddltrail {

/// --no-owner
void add_no_owner(const Command& command, bool& is_without);

/// Whether it is said so there, or in the configuration.
bool leaves_out_owners(bool is_without);

void leave_out_owners(Schema& schema, bool is_without);

/// Of both schemas of a plan: where it is not known who read the one, the other's reader stands in.
void leave_out_owners(Schema& from, Schema& to, bool is_without);

}  // namespace ddltrail
