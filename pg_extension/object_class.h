// What the catalogs hold of each kind of object: where its row stands and what the row's columns
// mean; which rows of other catalogs are parts of it; and, of a row that is such a part, to whom it
// belongs. Tables only: a new kind of object is a line here.
#pragma once

#include <span>

#include "catalog.h"
#include "object_key.h"

namespace ddltrail {

/// A kind of object that has rows in the log. Columns that the catalog does not have are 0.
struct ObjectClass {
  Oid class_id;
  Place place;       // its catalog, by the object's OID
  const char* kind;  // null: it depends on the row
  AttrNumber name;   // 0: the object goes by its identity
  AttrNumber schema;
  AttrNumber owner;
  AttrNumber acl;
  AttrNumber relation;  // of what belongs to a table and takes its schema from it
};

std::span<const ObjectClass> object_classes();
/// Null where objects of the catalog have no rows in the log.
const ObjectClass* find_class(Oid class_id);

/// The sorts of parts, in the order in which their operations stand in `details`.
enum class Sort { kSatellite, kColumn, kConstraint, kLabel, kParent, kRule, kTrigger, kMember };
inline constexpr int kSortCount = 8;

/// A catalog whose rows are parts of objects of another.
struct PartSource {
  Oid class_id;
  const char* relkinds;  // of pg_class: those that may have such parts; else null
  Sort sort;
  Place place;
  AttrNumber owner;  // the column that holds the object's OID
  AttrNumber id;     // what stays when a part is altered; 0: there is one part only
  AttrNumber label;  // the column that names the part: a name, or the OID of what it refers to
};

std::span<const PartSource> part_sources();

/// What a row, of a catalog that hooks and event triggers name, belongs to.
struct Belonging {
  Oid class_id;
  Place place;
  AttrNumber owner;
  Oid owner_class;
};

std::span<const Belonging> belongings();

}  // namespace ddltrail
