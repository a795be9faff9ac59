// Whether rows can be inserted into a relation, and values into its columns, as the relations
// `tables` and `columns` say it.
#pragma once

#include "defined_relation.h"

namespace ddltrail {

/// Whether a trigger of this type, INSTEAD OF INSERT, makes a view insertable. As in
/// pg_trigger.tgtype.
inline bool takes_inserts(int16 type) {
  constexpr int16 kInsteadOfInsert = TRIGGER_TYPE_INSTEAD | TRIGGER_TYPE_INSERT;
  return (type & kInsteadOfInsert) == kInsteadOfInsert;
}

struct Insertable {
  bool relation;
  /// A view that the server writes through to its table: each column has its own answer.
  bool is_by_column;

  /// Of a column that is neither GENERATED nor ALWAYS an identity.
  bool column(Oid oid, AttrNumber number) const;
};

Insertable read_insertable(const DefinedRelation& relation);

}  // namespace ddltrail
