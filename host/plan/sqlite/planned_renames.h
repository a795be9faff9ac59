// The renames that a plan carries out: those that are known, and those without which SQLite could
// not.
#pragma once

#include "diff/renames.h"
#include "model/schema.h"

namespace ddltrail::sqlite_plan {

/// Of tables and their columns; views hold no rows and are made anew. Beside the known ones: a name
/// that differs in case alone is the same to SQLite, and what has a name that another one gets goes
/// by a name of its own until it is dropped.
Renames planned_renames(const Renames& known, const Schema& from, const Schema& to);

}  // namespace ddltrail::sqlite_plan
