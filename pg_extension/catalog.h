// Rows of the system catalogs as a snapshot shows them, read through their indexes without the
// planner. Rows are copies in the current memory context.
#pragma once

#include <initializer_list>

#include "pg/pg.h"
#include "vec.h"

namespace ddltrail {

/// A row of a catalog; without a tuple there is none.
struct Row {
  Oid catalog;
  TupleDesc shape;  // lives as long as the session
  HeapTuple tuple;

  explicit operator bool() const { return tuple != nullptr; }
  Datum get(AttrNumber column, bool* is_null) const {
    return heap_getattr(tuple, column, shape, is_null);
  }
  /// An OID, 0 for null.
  Oid oid(AttrNumber column) const;
  /// A column of type name or text; null where `column` is 0.
  const char* name(AttrNumber column) const;
  /// A number of two or four bytes, a character or a boolean, as the column has it.
  int64 number(AttrNumber column) const;
  template <typename Form>
  Form* as() const {
    return reinterpret_cast<Form*>(GETSTRUCT(tuple));
  }
};

using Rows = Vec<Row>;

/// The columns of a catalog.
TupleDesc catalog_shape(Oid catalog);

/// What the columns of a search must be; all are of type oid.
struct Match {
  AttrNumber column;
  Oid value;
};

/// Where to look: a catalog, an index that begins with the columns searched (0: read it all).
struct Place {
  Oid catalog;
  Oid index;
};

/// Stands for the latest state, wherever a snapshot is asked for.
inline constexpr Snapshot kLatest = nullptr;

/// The first row that matches, or none.
Row find_row(Place place, std::initializer_list<Match> matches, Snapshot snapshot);
/// All rows that match, in the order of the index.
Rows find_rows(Place place, std::initializer_list<Match> matches, Snapshot snapshot);

/// The row of an object of a catalog, by OID; the latest comes from the server's caches, which its
/// own code fills or will use next.
Row find_object(Place place, Oid object_id, Snapshot snapshot);

/// What depends on an object (`sub_id` 0: or on any part of it), as rows of pg_depend.
Rows dependencies_on(Oid class_id, Oid object_id, int32 sub_id);

/// The rows of a relation's columns, dropped ones among them, in table order.
Rows find_columns(Oid relation, Snapshot snapshot);
/// The row of one of them, or none.
Row find_column(Oid relation, AttrNumber number, Snapshot snapshot);

/// The rows of the columns above a number, from the server's cache, which has the relation at hand
/// where columns were just added; without rights and options.
Rows find_new_columns(Oid relation, AttrNumber above);

/// The row of a relation that is new in this transaction, from the server's cache, which has it at
/// hand; without rights, options and bounds. None where the relation has gone.
Row find_new_relation(Oid relation);

/// Whether both are the very same version of a row: nothing differs, and nothing need be compared.
/// Rows that were not read from a table have no version.
inline bool is_same_version(const Row& a, const Row& b) {
  return a.catalog == b.catalog && ItemPointerIsValid(&a.tuple->t_self) &&
         ItemPointerIsValid(&b.tuple->t_self) &&
         ItemPointerEquals(&a.tuple->t_self, &b.tuple->t_self);
}

/// The comment of an object (`sub_id` 0) or of one of its columns, or null. Shared objects have
/// theirs elsewhere.
const char* find_comment(Oid class_id, Oid object_id, int32 sub_id, Snapshot snapshot);

}  // namespace ddltrail
