// Definitions of the objects that are one row of one relation, read with the relation's own text
// through SPI: for kinds that are not worth reading from the catalogs by hand.
#pragma once

#include "change.h"

namespace ddltrail {

/// True for the kinds of objects that `query_definition` knows.
bool has_definition_query(const Change& change);

/// The definition as jsonb, `{}` where the relation leaves the object out. Within an InternalScope.
Datum query_definition(const Change& change, Snapshot snapshot);

}  // namespace ddltrail
