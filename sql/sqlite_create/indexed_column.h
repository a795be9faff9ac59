// A member of an index, a primary key or a unique constraint: a column or an expression, with its
// collation and order.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sqlite_create/expression.h"
#include "sqlite_create/token_stream.h"

namespace ddltrail::create {

struct IndexedColumn {
  Expression expression;  // with COLLATE
  bool is_descending = false;
  bool operator==(const IndexedColumn&) const = default;

  static IndexedColumn of(const std::string& column);
};

/// A name with or without a collation.
struct NamedColumn {
  std::string name;
  std::string collation;  // empty: none is written
};

/// Where it is a name and not an expression. A table decides whether it is a column.
std::optional<NamedColumn> named_column(const IndexedColumn& column);

/// Reads up to `)` or AUTOINCREMENT, which are left.
std::vector<IndexedColumn> read_indexed_columns(TokenStream& tokens);

/// Without parentheses.
std::string print(const std::vector<IndexedColumn>& columns);

}  // namespace ddltrail::create
