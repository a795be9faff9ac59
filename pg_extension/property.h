// Properties: the columns of a catalog that have no operation of their own. What differs between
// two rows becomes `alter_property` with the name that PostgreSQL's manual gives the column, and
// both values as text: names instead of OIDs, SQL instead of trees, nothing of what may be a
// secret.
#pragma once

#include "catalog.h"
#include "operations.h"

namespace ddltrail {

/// Whose property it is, for the operation: a key beside it ("column", "rule" ...); null where it
/// is the object's own.
struct PropertyOwner {
  const char* key;
  const char* name;
};

/// Adds an operation for each property that differs. Returns whether something differs that has no
/// short text, such as the body of a function.
bool diff_properties(const Row& before, const Row& after, PropertyOwner owner,
                     Operations& operations);

/// Whether a column holds the same in both rows, whatever the place of its text in a statement.
bool same_value(const Row& before, const Row& after, AttrNumber column);

/// A column as text, null for NULL and for "none".
const char* property_text(const Row& row, AttrNumber column);

/// The keys `from` and `to` of a column of access privileges: arrays of their texts, null for NULL.
void put_acl_change(Operations& operations, const Row& before, const Row& after, AttrNumber column);

}  // namespace ddltrail
