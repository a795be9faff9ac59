// Defaults and constraints are printed just before they go: after the command the server can no
// longer print them, since what they refer to may be gone too.
#pragma once

#include "command.h"

namespace ddltrail {

/// Called as an object is about to be dropped; keeps the text of a default or a constraint.
void keep_last_words(Command* command, ObjectKey key);

/// The text of the default that a column had when the command began to drop it, or null.
const char* dropped_default(const Command* command, ObjectKey table, int16 column);
/// The definition of a constraint that the command dropped, or null.
const char* dropped_constraint(const Command* command, Oid constraint);

}  // namespace ddltrail
