// The objects of a SQLite schema that SQLite itself cannot read: views over what is not there,
// virtual tables without their module, texts that are damaged. The rest is read without them.
#pragma once

#include "base/sqlite.h"

namespace ddltrail {

/// Views and virtual tables that are sound stay without columns where another one is broken, until
/// each is prepared: does that, and warns of each that is broken.
void resolve_views(sqlite::Connection& connection);

/// SQLite refuses every statement where the text of one object is damaged. This has the connection
/// go on without such objects; nothing is written.
void tolerate_damage(sqlite::Connection& connection);

/// Whether it failed for such a text.
bool is_damaged_text(const sqlite::Failure& failure);

/// Warns of each object that the connection goes on without. An index or trigger of a damaged table
/// goes with it.
void warn_of_damage(sqlite::Connection& connection);

}  // namespace ddltrail
