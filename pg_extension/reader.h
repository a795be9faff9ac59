// Reads the rows of the log that a cursor has not seen: a probe of the index on txid, without the
// planner, since the question is asked by every run that has nothing to do.
#pragma once

#include "pg/pg.h"
#include "vec.h"

namespace ddltrail {

/// The rows visible to the active snapshot that the cursor has not seen, in the order of id; of
/// this log, cluster and database only. All of them where `cursor` is null. The caller's right to
/// read is checked.
Vec<HeapTuple> read_changes_since(const char* cursor);

}  // namespace ddltrail
