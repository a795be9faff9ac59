// Makes the query for a mirrored relation out of the relation's own text.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "model/narrow_rows.h"

namespace ddltrail {

/// The text of a relation from the files that the build embedded (see scripts/embed_sql.cmake).
template <class SqlFile, std::size_t N>
std::string_view relation_text(const SqlFile (&files)[N], std::string_view name) {
  for (const SqlFile& file : files)
    if (file.name == name) return file.text;
  throw Error("the build has no text for the relation", std::string(name), "");
}

/// SELECT the mirrored columns of the mirrored rows FROM the relation. `text` may have been
/// narrowed by the caller.
template <class Struct>
std::string relation_query(std::string_view text) {
  std::string query =
      "SELECT " + select_list<Struct>() + " FROM (" + std::string(text) + "\n) AS r";
  if constexpr (OfSomeKinds<Struct>) {
    std::string kinds;
    for (const auto kind : Mirror<Struct>::kKinds)
      kinds.append(kinds.empty() ? "" : ", ").append("'").append(kind).append("'");
    query += " WHERE kind IN (" + kinds + ")";
  }
  return query;
}

}  // namespace ddltrail
