// The indexes, views and triggers of a schema: each has its own text, and is made anew where
// anything about it changes.
#pragma once

#include <map>
#include <set>
#include <string>

#include "diff/renames.h"
#include "model/schema.h"

namespace ddltrail::sqlite_plan {

struct Piece {
  std::string table;  ///< that it stands on; empty for views
  std::string definition;
  Json columns;  ///< of an index: which ones the names in its text mean
  bool operator==(const Piece&) const = default;
};

/// Those of each kind by their names: a trigger may be called as a view is.
struct Pieces {
  using Named = std::map<std::string, Piece>;
  Named indexes;
  Named views;
  Named triggers;
};

/// Automatic indexes are not among them.
Pieces pieces_of(const Schema& schema);

}  // namespace ddltrail::sqlite_plan
