// The tables of the log, opened by their place in the extension's own schema and never through a
// path of names: for readers that must be cheap on a connection that has just been made.
#pragma once

#include "pg/pg.h"

namespace ddltrail {

/// The OID of a table or index of schema ddltrail; raises where it is missing.
Oid log_relation(const char* name);

/// The identity of this log, in the current memory context; null where ddltrail.log has no row.
char* read_log_id();

}  // namespace ddltrail
