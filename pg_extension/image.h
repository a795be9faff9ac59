// An image: what the catalogs say about a set of objects under one snapshot, as facts that can be
// compared. Read from raw columns only, since the functions that print catalogs look at their
// latest state whatever the snapshot is.
#pragma once

#include "object_key.h"
#include "pg/pg.h"
#include "vec.h"

namespace ddltrail {

/// One thing that the catalogs say of an object. Texts are null where the catalogs have null; they
/// live until SPI_finish.
struct Fact {
  enum Part : char { kObject = 'a', kColumn = 'c', kConstraint = 'k', kLabel = 'l' };

  ObjectKey key;
  Part part;
  int64 sub_id;  // attnum, or the OID of the constraint or the label
  const char* name;
  const char* schema;  // of objects only
  const char* kind;    // of objects; of constraints its letter; of columns the OID of the type
  const char* owner;   // of objects; of columns the type modifier
  const char* acl;     // JSON array
  const char* comment;
  const char* body;     // what defines it: query, expression, key; compared, never shown
  const char* rest;     // whatever else counts
  const char* flags;    // columns: not null, identity, generated; constraints and indexes: see
                        // image_queries.cpp
  const char* columns;  // of constraints: JSON array of names
  const char* tree;     // of columns: the expression as the server stores it
};

/// The facts of one object: `object` first, then its parts in their order.
struct ObjectImage {
  const Fact* object;
  const Fact* parts;
  int part_count;
};

struct Image {
  Vec<ObjectImage> objects;  // sorted by key

  /// The object, or null where it did not exist or does not concern us.
  const ObjectImage* find(ObjectKey key) const;
};

/// The catalogs whose objects have images.
bool has_image(Oid class_id);
/// Catalogs of parts (constraints, defaults, rules, triggers): their owner is the object that
/// counts. Triggers have images of their own too.
bool is_part(Oid class_id);

/// Adds the owners of `parts`, as far as the snapshot shows them.
void add_owners(const Vec<ObjectKey>& parts, Snapshot snapshot, Vec<ObjectKey>& owners);
/// Reads the image of `keys`, which are sorted and unique.
Image read_image(const Vec<ObjectKey>& keys, Snapshot snapshot);

}  // namespace ddltrail
