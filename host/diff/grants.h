// The privileges of one object are one thing: what has none of its own rows has the defaults.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "model/schema.h"

namespace ddltrail {

/// ada=SELECT*/owner: who may do what, with * where he may grant it, and who granted it. Empty
/// where all is taken away.
template <class Struct>
Json entry(const Struct& row) {
  Json entries = Json::array();
  if (row.privilege)
    entries.push_back(row.grantee.value_or("") + "=" + *row.privilege +
                      (row.is_grantable ? "*" : "") + "/" + row.grantor.value_or(""));
  return entries;
}

/// What a row is about, as text that orders and tells apart.
inline std::string granted_on(const Privilege& row) {
  return Json{row.object_kind, write_value(row.schema_name), row.object_name,
              write_value(row.column_name)}
      .dump();
}
inline std::string granted_on(const DefaultPrivilege& row) {
  return Json{row.role, write_value(row.schema_name), row.object_kind}.dump();
}

/// The first row of an object, and the entries of all of them.
template <class Struct>
using Grants = std::map<std::string, std::pair<const Struct*, Json>>;

template <class Struct>
Grants<Struct> gather(const std::vector<Struct>& rows) {
  Grants<Struct> grants;
  for (const Struct& row : rows) {
    auto& [first, entries] = grants.try_emplace(granted_on(row), &row, Json::array()).first->second;
    for (Json& item : entry(row)) entries.push_back(std::move(item));
  }
  return grants;
}

/// Calls visit(row, operation) for each object whose privileges are not the same.
template <class Struct, class Visit>
void for_each_difference(const std::vector<Struct>& from, const std::vector<Struct>& to,
                         Visit visit) {
  const auto before = gather(from);
  const auto after = gather(to);
  const auto entries = [](const Grants<Struct>& grants, const std::string& key) {
    const auto found = grants.find(key);
    return found == grants.end() ? Json() : found->second.second;
  };
  Grants<Struct> all = before;
  all.insert(after.begin(), after.end());
  for (const auto& [key, grant] : all) {
    Json old_entries = entries(before, key);
    Json new_entries = entries(after, key);
    if (old_entries != new_entries)
      visit(
          *grant.first,
          Json{{"op", "grant"}, {"from", std::move(old_entries)}, {"to", std::move(new_entries)}});
  }
}

}  // namespace ddltrail
