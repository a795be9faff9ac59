// The definition of an object: its rows of the contract's relations, as jsonb. Read straight from
// the catalogs, without a query: the texts of the relations say what has to come out, and
// tests/regress/sql/definitions*.sql compare. See sql/README.md, Definitions.
#pragma once

#include "change.h"

namespace ddltrail {

/// The definition as jsonb, while the state after the command is the latest and `snapshot` shows
/// it: `{}` for objects that the relations leave out; `*is_null` after a drop, and for kinds that
/// no relation describes.
Datum read_definition(const Change& change, Snapshot snapshot, bool* is_null);

}  // namespace ddltrail
