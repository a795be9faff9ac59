// CREATE INDEX as a structure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sqlite_create/head.h"
#include "sqlite_create/indexed_column.h"

namespace ddltrail::create {

struct Index {
  Head head;
  bool is_unique = false;
  std::string table;
  std::vector<IndexedColumn> columns;
  std::optional<Expression> predicate;
  bool operator==(const Index&) const = default;
};

/// From behind INDEX. Throws ReadError.
Index read_index(TokenStream& tokens, Head head, bool is_unique);

}  // namespace ddltrail::create
