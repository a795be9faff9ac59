#include "generate/relationships.h"

#include <algorithm>
#include <set>

namespace ddltrail {
namespace {

using Columns = std::vector<std::string>;

Name target_of(const Reference& reference) {
  return {reference.referenced_schema, reference.referenced_table};
}

bool contains(const Columns& columns, const std::string& column) {
  return std::find(columns.begin(), columns.end(), column) != columns.end();
}

bool is_within(const Columns& part, const Columns& whole) {
  return std::all_of(part.begin(), part.end(), [&](const auto& c) { return contains(whole, c); });
}

/// No two rows have the same values in the columns: they hold all columns of a unique key.
bool is_unique(const TableObject& table, const Columns& columns, const Catalog& catalog) {
  const auto keys = unique_keys_of(table, catalog);
  return std::any_of(keys.begin(), keys.end(),
                     [&](const Columns& key) { return is_within(key, columns); });
}

bool are_disjoint(const Columns& a, const Columns& b) {
  return std::none_of(a.begin(), a.end(), [&](const auto& c) { return contains(b, c); });
}

Relationship own(const TableObject& table, const Reference& reference, const Catalog& catalog) {
  return {is_unique(table, reference.columns, catalog) ? RelationshipKind::kOneToOne
                                                       : RelationshipKind::kManyToOne,
          catalog.table(target_of(reference)),
          reference.columns,
          reference.referenced_columns,
          true,
          reference.constraint_name,
          std::nullopt};
}

Relationship inverse(const TableObject& holder, const Reference& reference,
                     const Catalog& catalog) {
  return {is_unique(holder, reference.columns, catalog) ? RelationshipKind::kOneToOne
                                                        : RelationshipKind::kOneToMany,
          &holder,
          reference.referenced_columns,
          reference.columns,
          false,
          reference.constraint_name,
          std::nullopt};
}

/// Two foreign keys that share no column make up the primary key.
bool join(const TableObject& table, const Reference& one, const Reference& other) {
  const Columns key = primary_key(table);
  return is_within(one.columns, key) && is_within(other.columns, key) &&
         are_disjoint(one.columns, other.columns) &&
         key.size() == one.columns.size() + other.columns.size();
}

Relationship across(const TableObject& through, const Reference& near, const Reference& far,
                    const Catalog& catalog) {
  return {RelationshipKind::kManyToMany,
          catalog.table(target_of(far)),
          near.referenced_columns,
          far.referenced_columns,
          false,
          near.constraint_name,
          Through{&through, near.columns, far.columns}};
}

void add_across(std::vector<Relationship>& found, const Name& table, const TableObject& through,
                const Catalog& catalog) {
  for (const Reference& near : through.references)
    for (const Reference& far : through.references)
      if (&near != &far && target_of(near) == table && join(through, near, far))
        found.push_back(across(through, near, far, catalog));
}

/// The columns that a unique index keeps apart. Nothing where it says little of them.
std::optional<Columns> unique_columns(const TableIndex& index) {
  const bool has_expression = std::any_of(index.columns.begin(), index.columns.end(),
                                          [](const Json& column) { return !column.is_string(); });
  if (!index.is_unique || !index.is_valid || index.is_partial || has_expression)
    return std::nullopt;
  return index.columns.get<Columns>();
}

}  // namespace

std::vector<Relationship> relationships_of(const TableObject& table, const Catalog& catalog) {
  const Name name = name_of(table.table);
  const auto referencing = catalog.referencing(name);
  std::vector<Relationship> found;
  for (const Reference& reference : table.references)
    found.push_back(own(table, reference, catalog));
  for (const TableObject* holder : referencing)
    for (const Reference& reference : holder->references)
      if (target_of(reference) == name) found.push_back(inverse(*holder, reference, catalog));
  for (const TableObject* through : referencing) add_across(found, name, *through, catalog);
  std::erase_if(found, [](const Relationship& r) { return !r.referenced; });
  return found;
}

std::vector<Columns> unique_keys_of(const TableObject& table, const Catalog& catalog) {
  std::set<Columns> keys;
  for (const TableKey& key : table.keys) keys.insert(key.columns);
  for (const TableIndex* index : catalog.indexes_of(name_of(table.table)))
    if (auto columns = unique_columns(*index)) keys.insert(*std::move(columns));
  return {keys.begin(), keys.end()};
}

}  // namespace ddltrail
