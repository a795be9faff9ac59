// Keys, checks and foreign keys out of the texts of tables: what the relations `constraints` and
// `foreign_keys` tell, with each text read once.
#pragma once

#include "base/sqlite.h"
#include "model/assembly.h"

namespace ddltrail {

/// Adds them to the tables of the assembly. Texts that cannot be read are left out.
void add_table_keys(sqlite::Connection& connection, Assembly& assembly);

}  // namespace ddltrail
