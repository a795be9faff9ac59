// The row of `range_types` in a definition.
#pragma once

#include "jsonb_builder.h"

namespace ddltrail {

/// An array of the one row; false, and nothing is put, where the relation leaves the type out.
bool put_range_type(JsonbBuilder& json, Oid type, Snapshot snapshot);

}  // namespace ddltrail
