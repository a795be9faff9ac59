// The row of `schemas` in a definition.
#pragma once

#include "jsonb_builder.h"

namespace ddltrail {

/// An array of the one row; false, and nothing is put, where the relation leaves the schema out.
bool put_schema(JsonbBuilder& json, Oid schema, Snapshot snapshot);

}  // namespace ddltrail
