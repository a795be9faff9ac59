// The definition of a table, a view or whatever else has a row in `tables`.
#pragma once

#include "jsonb_builder.h"

namespace ddltrail {

/// The arrays of its rows by relation; false, and nothing is put, where `tables` leaves it out.
bool put_table(JsonbBuilder& json, Oid oid, Snapshot snapshot);

}  // namespace ddltrail
