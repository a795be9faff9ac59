// The cursor: where in the log a reader stands, and which log that is. See sql/README.md, The
// cursor.
#pragma once

#include "pg/pg.h"

namespace ddltrail {

/// A cursor that stands after everything that the active snapshot shows, in the current memory
/// context.
char* make_cursor(const char* log_id);

/// The pg_snapshot in a cursor; raises invalid_parameter_value where it was taken from another log.
Datum cursor_snapshot(const char* cursor, const char* log_id);

/// The cursor was taken from this log, in this database, cluster and timeline.
bool is_cursor_of(const char* cursor, const char* log_id);

/// What the active snapshot shows, as a pg_snapshot that loses nothing when it is used as a cursor.
Datum safe_snapshot();

}  // namespace ddltrail
