// Which indexes, views and triggers a plan drops first and makes last: those that differ, and those
// that SQLite would rewrite or stumble over on the way.
#pragma once

#include <map>
#include <set>
#include <string>

#include "plan/sqlite/pieces.h"

namespace ddltrail::sqlite_plan {

/// What moves below the pieces that stay.
struct Ground {
  /// In lower case: tables that go, and tables that are renamed under both of their names.
  std::set<std::string> moved;
  /// Columns that are renamed, under both of their names.
  std::set<std::string> renamed_columns;
  /// Of tables, and of views that show something, in both schemas; all in lower case.
  std::map<std::string, std::set<std::string>> columns_before;
  std::map<std::string, std::set<std::string>> columns_after;
  bool must_be_sound = false;  ///< all pieces: SQLite reads them for a rename
};

struct Remade {
  using Names = std::set<std::string>;
  Names indexes;
  Names views;
  Names triggers;
  bool all_others_are_sound = true;  ///< SQLite can read what stays, and will not rewrite it
};

Remade remade_pieces(const Pieces& from, const Pieces& to, const Ground& ground);

}  // namespace ddltrail::sqlite_plan
