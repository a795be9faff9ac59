// Which tables and columns of a schema go by another name in a later one of the same log: what no
// comparison of two schemas can tell.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/change.h"
#include "model/schema.h"

namespace ddltrail {

struct Renames {
  using TableName = std::pair<std::string, std::string>;
  using Names = std::map<std::string, std::string>;  ///< former name -> later name

  std::map<TableName, TableName> tables;
  std::map<TableName, Names> columns;  ///< by the former name of the table

  /// The later name of a table.
  TableName later(const TableName& table) const;
  /// From the later schema to the former one.
  Renames turned() const;
};

/// Of the tables and views that were there before the changes and are there after them. `changes`:
/// all between the two schemas, in the order of the log.
Renames renames_of(const std::vector<Change>& changes);

/// Without those to a name that something else has in `from`.
Renames without_collisions(Renames renames, const Schema& from);

/// Gives the tables and columns of `from` their later names, and its definitions the text that they
/// have in `to` where nothing but these names makes a difference.
void apply(const Renames& renames, Schema& from, const Schema& to);

}  // namespace ddltrail
