// What a schema would be once everything goes by its later name.
#pragma once

#include "diff/renames.h"
#include "model/schema.h"

namespace ddltrail {

/// Gives what `from` has the later names, in every row that mentions it; and its texts the words
/// that they have in `to`, where nothing but these names makes a difference. The bodies of
/// functions that are strings stay as they are. What the renames name and `from` does not have is
/// left out of account.
void apply(const Renames& renames, Schema& from, const Schema& to);

}  // namespace ddltrail
