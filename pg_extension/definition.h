// The definition of an object: its rows of the contract's relations, as JSON. Read with the very
// texts that the views are made of. See sql/README.md, Definitions.
#pragma once

#include "change.h"

namespace ddltrail {

/// The definition as jsonb, under `snapshot`; `*is_null` for kinds that have none, and for objects
/// that the relations leave out.
Datum read_definition(const Change& change, Snapshot snapshot, bool* is_null);

}  // namespace ddltrail
