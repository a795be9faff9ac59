// The parts of an object under the snapshot of its image: columns, constraints, labels and the
// like. Read only for objects that were there before and after, and only where rows may differ.
#pragma once

#include "command.h"
#include "image.h"

namespace ddltrail {

struct Part {
  const PartSource* source;
  int64 id;  // attnum, or the OID of the part or of what it refers to; 0 for the only part
  Row row;
  Row expression;  // of columns: the row of pg_attrdef

  /// The name of the part, for those whose label is a name.
  const char* name() const { return row.name(source->label); }
};

/// The parts of one sort, in their order; read once for each image. Columns are those that
/// `read_columns` has read.
const Parts& parts_of(const ObjectImage& object, Sort sort);

/// Reads the columns of both states of an object that the command can have changed; those that it
/// left alone only once.
void read_columns(const ObjectImage& before, const ObjectImage& after, const Command* command);

/// The part that has the id and the catalog of another, or null.
const Part* find_part(const Parts& parts, const Part& like);

}  // namespace ddltrail
