// The file of a table's repository: the class with its finders, on the runtime's base class.
#pragma once

#include <string>

#include "generate/typescript/repository_setting.h"

namespace ddltrail::typescript {

/// Of a table, or of a view with what the database lets it do: read, or take rows too.
std::string render_repository(const TableObject& table, const Catalog& catalog,
                              const Naming& naming, Imports& imports);

}  // namespace ddltrail::typescript
