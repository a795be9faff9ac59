// The row of `routines` in a definition.
#pragma once

#include "jsonb_builder.h"

namespace ddltrail {

/// An array of the one row; false, and nothing is put, where the relation leaves the routine out.
bool put_routine(JsonbBuilder& json, Oid routine, Snapshot snapshot);

}  // namespace ddltrail
