// The file of a table's entity: a class with the columns as properties, made from rows and back.
#pragma once

#include <string>

#include "generate/typescript/repository_setting.h"

namespace ddltrail::typescript {

/// Of a table that has_entity().
std::string render_entity(const TableObject& table, const Naming& naming, Imports& imports);

}  // namespace ddltrail::typescript
