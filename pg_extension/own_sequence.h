// The numbers of the log's rows. Drawn as nextval() draws them, but without a trace in the session:
// lastval() and currval() are the application's.
#pragma once

#include "pg/pg.h"

namespace ddltrail {

/// Draws `count` numbers in a row from a sequence, and returns the first. Like nextval() it is not
/// undone where the transaction is.
int64 draw_numbers(Oid sequence, int count);

}  // namespace ddltrail
