// The relations as table-valued functions, ddltrail_columns and so on, and ddltrail_changes_since.
// Nothing of them is in the schema. Each runs the SELECT of its relation and hands on what the
// application asks to be equal.
#pragma once

#include "sqlite_api.h"

namespace ddltrail {

/// Registers all of them.
void register_table_functions(sqlite3* db);

}  // namespace ddltrail
