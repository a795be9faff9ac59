// The row of `sequences` in a definition.
#pragma once

#include "jsonb_builder.h"

namespace ddltrail {

/// An array of the one row; false, and nothing is put, where the relation leaves the sequence out.
bool put_sequence(JsonbBuilder& json, Oid sequence, Snapshot snapshot);

}  // namespace ddltrail
