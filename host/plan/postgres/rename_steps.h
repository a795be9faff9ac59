// ALTER ... RENAME and SET SCHEMA: what goes by another name keeps all that it has.
#pragma once

#include "diff/renames.h"
#include "plan/postgres/traits.h"

namespace ddltrail::postgres_plan {

/// Throws Error where a new name is held by something that keeps it. `from`: under its former
/// names. Chains and swaps go through names that nothing has.
Steps rename_steps(const Schema& from, const Renames& renames);
/// With another name for a relation that has one which one of another kind gets, and that must be
/// gone for it.
Renames with_way_across_kinds(Renames renames, const Schema& from);

}  // namespace ddltrail::postgres_plan
