// CREATE TABLE as a structure.
#pragma once

#include <string>
#include <vector>

#include "sqlite_create/constraint.h"
#include "sqlite_create/head.h"

namespace ddltrail::create {

struct Column {
  std::string name;
  std::string type;  // as written, with what SQLite cuts off its end; empty: none
  std::vector<ColumnConstraint> constraints;
  bool operator==(const Column&) const = default;

  /// The type that SQLite makes of what is written.
  std::string data_type() const;

  /// The last rule of that kind: it is the one that counts. Null where there is none.
  template <class Rule>
  const Rule* rule() const {
    for (auto each = constraints.rbegin(); each != constraints.rend(); ++each)
      if (const auto* rule = std::get_if<Rule>(&each->rule)) return rule;
    return nullptr;
  }
};

struct Table {
  Head head;
  std::vector<Column> columns;
  std::vector<TableConstraint> constraints;
  bool is_strict = false;
  bool is_without_rowid = false;
  std::string query;  // of CREATE TABLE ... AS, which has no columns; else empty
  bool operator==(const Table&) const = default;
};

/// From behind TABLE. Throws ReadError.
Table read_table(TokenStream& tokens, Head head);

/// Every constraint in the form of a table's, those of columns first, in their order: CHECK,
/// PRIMARY KEY, UNIQUE, FOREIGN KEY. Columns have the names that the table declares, expressions
/// are in their normal form.
std::vector<TableConstraint> all_constraints(const Table& table);

}  // namespace ddltrail::create
