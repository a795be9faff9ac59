// The commands that fire no event trigger: those on roles, databases, tablespaces and event
// triggers, REASSIGN OWNED, REINDEX, CLUSTER and what EXPLAIN ANALYZE creates. Where the library is
// loaded, the utility hook sees them, and they are captured like the others, into the log of the
// database that they run in.
#pragma once

#include "pg/pg.h"

namespace ddltrail {

/// Begins to capture a command that fires no event trigger. False, and nothing is begun, for all
/// others and where there is no log.
bool begin_unfired(const PlannedStmt* statement);
/// Ends what was begun for the same statement.
void end_unfired(const PlannedStmt* statement);

}  // namespace ddltrail
