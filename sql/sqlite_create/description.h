// What the relations of the contract tell of a table that stands only in its text, in their words.
// Expressions are in their normal form, columns have the names that the table declares.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sqlite_create/table.h"

namespace ddltrail::create {

/// A row of `constraints`, and of `foreign_keys` where it has a reference.
struct ConstraintDescription {
  std::string_view kind;
  std::optional<std::string> name;
  std::vector<std::string> columns;  // of a check: those that it reads, in table order
  std::string definition;
  std::optional<Reference> reference;

  bool is_deferrable() const;
  bool is_deferred() const;
};

/// In the order of the text, each that is written twice once.
std::vector<ConstraintDescription> describe_constraints(const Table& table);

/// no action, restrict, set null, set default, cascade.
std::string_view word(Action action);

/// Nothing where it is BINARY, as it is without a COLLATE.
std::optional<std::string> collation_of(const Column& column);

std::optional<std::string> generation_expression_of(const Column& column);

/// What PRAGMA table_xinfo tells of a column.
struct ColumnDescription {
  std::string type;
  bool is_not_null = false;
  bool is_rowid = false;  // of the table; it is never null either
  /// Without the comments that SQLite may tell behind it.
  std::optional<std::string> default_expression;
  const Generated* generated = nullptr;  // of the table that is described
};

/// In the order of the table.
std::vector<ColumnDescription> describe_columns(const Table& table);

/// The options of `table_properties`.
std::vector<std::string> options_of(const Table& table);

/// The options of `column_properties`: what ON CONFLICT says behind NOT NULL.
std::vector<std::string> options_of(const Column& column);

}  // namespace ddltrail::create
