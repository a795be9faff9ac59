// CREATE VIEW as a structure. The query stays text, and exactly as written: the names of the
// columns can follow from it.
#pragma once

#include <string>
#include <vector>

#include "sqlite_create/head.h"

namespace ddltrail::create {

struct View {
  Head head;
  std::vector<std::string> columns;  // empty: those of the query
  std::string query;
  bool operator==(const View&) const = default;
};

/// From behind VIEW. Throws ReadError.
View read_view(TokenStream& tokens, Head head);

}  // namespace ddltrail::create
