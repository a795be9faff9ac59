// The definition of an ordinary table, read from its text instead of the SELECTs of the relations,
// which take longer to compile than most schema statements to run. The same rows: the tests compare
// what the log says with those SELECTs. Not for views and virtual tables.
#pragma once

#include <optional>

#include "definition.h"
#include "parent_names.h"
#include "schema_copy.h"

namespace ddltrail {

/// Nothing where only the relations can tell. Foreign keys are spelled as their parents are.
std::optional<ObjectRows> read_plain_table(const SchemaObject& object, ParentNames& parents);
/// The same with foreign keys as they are written.
std::optional<ObjectRows> read_written_table(const SchemaObject& object);

}  // namespace ddltrail
