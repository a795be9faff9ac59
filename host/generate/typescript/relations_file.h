// The file of what the runtime knows of a table: its columns, keys, checks and relations as data,
// and the types of its id and its relations.
#pragma once

#include <string>

#include "generate/typescript/repository_setting.h"

namespace ddltrail::typescript {

/// Of a table or view; of one that has no entity, the columns alone.
std::string render_relations(const TableObject& table, const RepositorySetting& setting,
                             Imports& imports);

}  // namespace ddltrail::typescript
