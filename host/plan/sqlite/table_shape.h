// A table of SQLite as its CREATE statement has it, put together from the rows of a schema.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/schema.h"

namespace ddltrail::sqlite_plan {

/// A column as CREATE TABLE has it.
struct ColumnShape {
  std::string name;
  std::string text;       ///< with the name
  std::string affinity;   ///< integer, real, text, blob, numeric, any
  std::string collation;  ///< empty: BINARY
  bool is_generated = false;
  bool is_stored = false;
  bool is_nullable = true;
  std::string default_expression;  ///< empty: none
  bool operator==(const ColumnShape&) const = default;
};

/// A constraint as one of the table.
struct ConstraintShape {
  std::string kind;  ///< primary key, unique, foreign key, check
  std::vector<std::string> columns;
  std::string definition;  ///< without its name
  std::string text;        ///< with it
};

struct TableShape {
  std::string name;
  std::vector<ColumnShape> columns;          ///< in their order
  std::vector<ConstraintShape> constraints;  ///< in the order of the relation
  bool is_strict = false;
  bool is_without_rowid = false;
  std::string rowid_column;  ///< the INTEGER PRIMARY KEY; empty: none
  /// INTEGER PRIMARY KEY DESC, said of the column, is not the rowid.
  std::optional<std::string> descending_key;
  bool is_autoincrement = false;
  std::string module;  ///< of a virtual table, with its arguments; else empty

  const ColumnShape* column(const std::string& name) const;
  /// The statement that makes it under another name.
  std::string create(const std::string& name) const;
};

/// All tables by their names, views not among them. Throws Error for one without columns.
std::map<std::string, TableShape> shapes_of(const Schema& schema);

/// The texts of its constraints, in the order of the alphabet.
std::vector<std::string> constraint_texts(const TableShape& table);

/// In double quotes where it needs some.
std::string quoted(const std::string& name);
/// As a literal.
std::string literal(const std::string& text);
/// One after the other, with a comma and a blank between them.
std::string list_of(const std::vector<std::string>& names);

}  // namespace ddltrail::sqlite_plan
