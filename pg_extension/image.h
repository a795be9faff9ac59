// An image: the objects of a set as the catalogs have them under one snapshot, rows as they are,
// ready to be compared. Nothing is printed here: the functions that print look at the latest state
// whatever the snapshot is.
#pragma once

#include "object_class.h"
#include "vec.h"

namespace ddltrail {

struct Part;
using Parts = Vec<Part>;

/// An object of the user's: not of the system, of the log, or of a session.
struct ObjectImage {
  ObjectKey key;
  const ObjectClass* object_class;
  Row row;
  const char* name;    // null where the object goes by its identity
  const char* schema;  // null where it has none
  const char* kind;
  Snapshot snapshot;
  mutable const Parts* parts[kSortCount];  // as far as they have been read; see parts.h
};

struct Image {
  Vec<ObjectImage> objects;  // sorted by key

  /// The object, or null where it did not exist or does not concern us.
  const ObjectImage* find(ObjectKey key) const;
};

/// The row of an object, known beforehand.
struct KnownRow {
  ObjectKey key;
  Row row;
};
using KnownRows = Vec<KnownRow>;

/// Reads the image of `keys`, which are sorted. A composite type stands for the relation behind it.
/// Schemas are named under a snapshot of their own: the latest, where none of them changed, is
/// cheaper. `known` rows, in the order of the keys, are not looked for.
Image read_image(const Vec<ObjectKey>& keys, Snapshot snapshot, Snapshot schemas,
                 const KnownRows& known);

/// The objects that `part` belongs to, as far as the snapshot shows it.
Vec<ObjectKey> owners_of(ObjectKey part, Snapshot snapshot);

/// The view whose query a rule is; 0 for other rules.
Oid view_of(Oid rule);

}  // namespace ddltrail
