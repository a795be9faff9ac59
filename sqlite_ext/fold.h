// Rewrites what a transaction has written to a log, so that the rebuild of a table stands there as
// one alteration of it. Runs inside the commit; the rows are nobody else's yet.
#pragma once

#include "log.h"
#include "trail.h"

namespace ddltrail {

void fold_rebuilds(const Database& db, Log& log, const Trail& trail);

}  // namespace ddltrail
