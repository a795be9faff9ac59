// Whether rows can be inserted into a relation, and values into its columns, as the relations
// `tables` and `columns` say it.
#pragma once

#include "defined_relation.h"

namespace ddltrail {

struct Insertable {
  bool relation;
  /// A view that the server writes through to its table: each column has its own answer.
  bool is_by_column;

  /// Of a column that is neither GENERATED nor ALWAYS an identity.
  bool column(Oid oid, AttrNumber number) const;
};

Insertable read_insertable(const DefinedRelation& relation);

}  // namespace ddltrail
