// A relation of which a definition is made: what its rows in `tables`, `columns` and `constraints`
// have in common, read once.
#pragma once

#include "pg/pg.h"

namespace ddltrail {

struct DefinedRelation {
  Oid oid;
  const FormData_pg_class* form;
  const char* schema;
  Snapshot snapshot;
  FormData_pg_attribute* attributes;  // by number - 1, dropped ones too
  const char** comments;              // by number, at 0 the relation's own; null where none

  const char* name() const { return NameStr(form->relname); }
  bool is_one_of(const char* kinds) const { return strchr(kinds, form->relkind) != nullptr; }
  /// Others may add columns to what depends on ours while we read.
  bool has_column(int number) const { return number > 0 && number <= form->relnatts; }
  /// The name of a column, of the system's too; null for 0, which stands for an expression.
  const char* column_name(AttrNumber number) const;
};

/// False for a dropped attribute, and for one that others have added since.
inline bool is_there(const FormData_pg_attribute& attribute) {
  return attribute.attnum > 0 && !attribute.attisdropped;
}

/// False where the relation is not there, not of these kinds, temporary or left out. Reads all but
/// attributes and comments.
bool find_relation(Oid oid, const char* kinds, Snapshot snapshot, DefinedRelation* relation);
void read_attributes(DefinedRelation* relation);
void read_comments(DefinedRelation* relation);
/// The comment of an object that came with the relation, or may have come later; null where none.
const char* comment_beside(Oid relation, Oid class_id, Oid object_id);

}  // namespace ddltrail
