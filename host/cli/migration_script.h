// A plan as the script of a migration.
#pragma once

#include "migrate/script.h"
#include "plan/plan.h"

namespace ddltrail {

/// With what may go wrong as comments.
migrate::Script migration_script(const Plan& plan, const migrate::Dialect& dialect);

/// The way back from `there`: tells what `back` does not bring back.
migrate::Script way_back_script(const Plan& there, const Plan& back,
                                const migrate::Dialect& dialect);

}  // namespace ddltrail
