// What the log tells of names.
#pragma once

#include <vector>

#include "diff/renames.h"
#include "model/change.h"

namespace ddltrail {

/// The object came with this change.
bool is_create(const Change& change);

/// Of what was there before the changes and is there after them. `changes`: all between the two
/// schemas, in the order of the log.
Renames renames_of(const std::vector<Change>& changes);

/// From what is there where migrations alone make it to what is there after all of the changes, in
/// which what was done by hand may come before and after a migration.
Renames renames_by_hand(const std::vector<Change>& changes);

}  // namespace ddltrail
