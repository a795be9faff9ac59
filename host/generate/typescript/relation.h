// The relations of a table under the names that generated code gives them.
#pragma once

#include <string>
#include <vector>

#include "generate/relationships.h"
#include "generate/typescript/naming.h"

namespace ddltrail::typescript {

struct Relation {
  std::string name;
  bool is_optional = false;  ///< of one row: it may lead nowhere
  Relationship relationship;
};

/// False for views and what takes no rows.
bool has_entity(const Table& table);

/// The relations to and through tables that have an entity. A name depends on the two tables
/// and what is between them alone. A foreign key is called like its column without `_id`, a join or
/// the other side of a foreign key like the table there; where there are several ways to a table,
/// what comes of `_by_COLUMN` or `_through_TABLE` tells them apart.
std::vector<Relation> relations_of(const TableObject& table, const Catalog& catalog,
                                   const Naming& naming = {});

}  // namespace ddltrail::typescript
