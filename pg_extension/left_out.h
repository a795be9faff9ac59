// What the contract leaves out, whoever asks: those who compare objects and those who define them.
// See sql/README.md.
#pragma once

#include "pg/pg.h"

namespace ddltrail {

/// Whether a schema is the system's, the log's or a session's.
bool is_excluded_schema(const char* schema);
/// The objects of such schemas, and the members of extensions.
bool is_left_out(Oid class_id, Oid object_id, const char* schema);
/// The constructors of a range type and the cast to its multirange: they come and go with it.
bool comes_with_type(Oid class_id, Oid object_id, Snapshot snapshot);

}  // namespace ddltrail
