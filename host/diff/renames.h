// What goes by another name in a later schema of the same log, or where somebody says so: what no
// comparison of two schemas can tell. Names are former ones on the left, later ones on the right.
//
// What a renamed schema moves, an index or owned sequence that goes with its table, and the index
// behind a renamed constraint are not listed apart. A column renamed in a parent is listed for each
// child too.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "model/schema.h"

namespace ddltrail {

struct Renames {
  using TableName = std::pair<std::string, std::string>;  ///< schema, name
  using RoutineName = std::pair<TableName, std::string>;  ///< with its identity arguments
  using Names = std::map<std::string, std::string>;       ///< former name -> later name
  using TableNames = std::map<TableName, TableName>;

  Names schemas;
  TableNames tables;  ///< views of all kinds too
  TableNames types;   ///< enums, domains, composite and range types
  TableNames indexes;
  TableNames sequences;
  std::map<RoutineName, TableName> routines;
  std::map<TableName, Names> columns;      ///< by the former name of the table or composite type
  std::map<TableName, Names> enum_values;  ///< by the former name of the type
  std::map<TableName, Names> constraints;  ///< by the former name of the table or domain

  bool operator==(const Renames&) const = default;
  bool empty() const { return *this == Renames(); }
  /// Of tables too, whose rows are types.
  bool renames_types() const { return !schemas.empty() || !tables.empty() || !types.empty(); }

  /// Those of `others` count where both name the same.
  void add(Renames others);

  std::string later_schema(const std::string& schema) const;
  /// The later name of a table or a type: PostgreSQL has no two of the same name.
  TableName later(const TableName& name) const;
  TableName later_sequence(const TableName& sequence) const;
  /// The arguments name their types by the later names too.
  RoutineName later(const RoutineName& routine) const;
  /// Of a column, a value or a constraint: later(renames.columns, table, column). `owner`: its
  /// former name.
  static std::string later(const std::map<TableName, Names>& listed, const TableName& owner,
                           const std::string& name);
  /// From the later schema to the former one.
  Renames turned() const;
};

/// Without those to a name that something else has in `from`.
Renames without_collisions(Renames renames, const Schema& from);

/// With another name for what has such a name, and must be gone for that: dropped_ and its name.
Renames with_way_made(Renames renames, const Schema& from);

}  // namespace ddltrail
