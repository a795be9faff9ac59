// The row of `indexes` in a definition.
#pragma once

#include "jsonb_builder.h"

namespace ddltrail {

/// An array of the one row; false, and nothing is put, where the relation leaves the index out.
bool put_index(JsonbBuilder& json, Oid index, Snapshot snapshot);

}  // namespace ddltrail
