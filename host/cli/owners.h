// The owners that a migration does not name: of what belongs to the role that reads a schema, or of
// everything. It belongs to who migrates.
#pragma once

#include <string>

#include "cli/command.h"
#include "cli/schema_argument.h"
#include "model/schema.h"

namespace ddltrail {

/// --no-owner
void add_no_owner(const Command& command, bool& is_without);

/// Whether it is said so there, or in the configuration.
bool leaves_out_owners(bool is_without);

/// `role`: that read the schema.
void leave_out_owners(Schema& schema, const std::string& role, bool is_without);

/// Of both schemas of a plan. `roles`: that read them; empty where that is not known, as of a
/// snapshot, for which the other one stands in.
void leave_out_owners(Schema& from, Schema& to, std::pair<std::string, std::string> roles,
                      bool is_without);

/// The role that reads it; for a snapshot, the one that it is planned beside. Empty where it is not
/// known.
std::string role_of(const SchemaArgument& argument, const Url* beside);

}  // namespace ddltrail
