// The definition of an ordinary table, read with the pragmas of SQLite instead of the SELECTs of
// the relations, which take longer to compile than most schema statements to run. The same rows:
// the tests compare what the log says with those SELECTs. Not for views, virtual and STRICT tables.
#pragma once

#include <optional>

#include "definition.h"
#include "schema_copy.h"

namespace ddltrail {

/// Nothing where only the relations can tell.
std::optional<Json> read_plain_table(const Database& db, const SchemaObject& object);

}  // namespace ddltrail
