// database.ts: the interface that Kysely takes, with every table and view.
#pragma once

#include <string>
#include <vector>

#include "generate/target.h"
#include "generate/typescript/imports.h"
#include "generate/typescript/naming.h"

namespace ddltrail::typescript {

/// The file, without extension.
inline constexpr const char* kDatabase = "database";

/// What the table is called in the interface: without its schema, where that is the default one.
std::string key_in_database(const Name& table, const std::string& default_schema,
                            const Naming& naming);

/// `default_schema`: its tables are named without it.
std::string render_database(const std::vector<Listed>& listed, const std::string& default_schema,
                            const Naming& naming, Imports& imports);

}  // namespace ddltrail::typescript
