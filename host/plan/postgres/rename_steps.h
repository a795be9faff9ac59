// ALTER ... RENAME and SET SCHEMA: what goes by another name keeps all that it has.
#pragma once

#include "diff/renames.h"
#include "plan/postgres/traits.h"

namespace ddltrail::postgres_plan {

/// Throws Error where a new name is held by something that keeps it. `from`: under its former
/// names. Chains and swaps go through names that nothing has.
Steps rename_steps(const Schema& from, const Renames& renames);

}  // namespace ddltrail::postgres_plan
