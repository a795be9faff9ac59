#include "plan/sqlite/unique_keys.h"

#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace ddltrail::sqlite_plan {
namespace {

/// What the rows must keep, whatever the index is called.
using Meaning = std::tuple<std::string, Json, std::optional<std::string>>;

Meaning meaning(const Index& row) { return {row.table_name, row.keys, row.predicate}; }

/// Under the later names of its columns, which are those of its relation.
Meaning later_meaning(Index row) {
  for (std::size_t at = 0; at < row.keys.size(); ++at) row.keys[at]["column"] = row.columns[at];
  return meaning(row);
}

bool is_unique_index(const Index& row) {
  return row.is_unique && !row.is_constraint && row.definition;
}

std::string term_of(const Json& key) {
  if (!key.at("column").is_string()) return key.at("expression").get<std::string>();
  const Json& collation = key.at("collation");
  return quoted(key.at("column")) + (collation.is_string() ? " COLLATE " + quoted(collation) : "");
}

UniqueKey key_of(const Index& row, bool is_new) {
  UniqueKey key{"UNIQUE INDEX " + quoted(row.index_name), {}, {}, row.predicate, is_new};
  for (const Json& each : row.keys) key.terms.push_back(term_of(each));
  if (!row.predicate && !row.columns.empty())
    for (const Json& column : row.columns)
      if (column.is_string()) key.columns.push_back(column);
  if (key.columns.size() != row.columns.size()) key.columns.clear();
  return key;
}

}  // namespace

std::map<std::string, std::vector<UniqueKey>> unique_indexes(const Schema& from, const Schema& to) {
  std::set<Meaning> known;
  for (const Index& row : from.indexes)
    if (is_unique_index(row)) known.insert(later_meaning(row));
  std::map<std::string, std::vector<UniqueKey>> keys;
  for (const Index& row : to.indexes)
    if (is_unique_index(row))
      keys[row.table_name].push_back(key_of(row, !known.contains(meaning(row))));
  return keys;
}

}  // namespace ddltrail::sqlite_plan
