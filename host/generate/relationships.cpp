#include "generate/relationships.h"

#include <algorithm>
#include <set>

#include "base/contains.h"

namespace ddltrail {
namespace {

using Columns = std::vector<std::string>;

Name target_of(const Reference& reference) {
  return {reference.referenced_schema, reference.referenced_table};
}

bool is_within(const Columns& part, const Columns& whole) {
  return std::all_of(part.begin(), part.end(), [&](const auto& c) { return contains(whole, c); });
}

/// No two rows have the same values in the columns: they hold all columns of a unique key.
bool is_unique(const std::vector<Columns>& keys, const Columns& columns) {
  return std::any_of(keys.begin(), keys.end(),
                     [&](const Columns& key) { return is_within(key, columns); });
}

bool are_disjoint(const Columns& a, const Columns& b) {
  return std::none_of(a.begin(), a.end(), [&](const auto& c) { return contains(b, c); });
}

/// `keys`: the unique ones of the table with the foreign key, here and below.
Relationship own(const std::vector<Columns>& keys, const Reference& reference,
                 const Catalog& catalog) {
  return {is_unique(keys, reference.columns) ? RelationshipKind::kOneToOne
                                             : RelationshipKind::kManyToOne,
          catalog.table(target_of(reference)),
          reference.columns,
          reference.referenced_columns,
          true,
          reference.constraint_name,
          std::nullopt};
}

Relationship inverse(const TableObject& holder, const std::vector<Columns>& keys,
                     const Reference& reference) {
  return {is_unique(keys, reference.columns) ? RelationshipKind::kOneToOne
                                             : RelationshipKind::kOneToMany,
          &holder,
          reference.referenced_columns,
          reference.columns,
          false,
          reference.constraint_name,
          std::nullopt};
}

/// The foreign keys that are part of the primary key.
std::vector<const Reference*> references_in(const Columns& key, const TableObject& table) {
  std::vector<const Reference*> references;
  for (const Reference& reference : table.references)
    if (is_within(reference.columns, key)) references.push_back(&reference);
  return references;
}

/// Two foreign keys that share no column make up the primary key that they are part of.
bool join(const Columns& key, const Reference& one, const Reference& other) {
  return are_disjoint(one.columns, other.columns) &&
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
  const Columns key = primary_key(through);
  const auto references = references_in(key, through);
  for (const Reference* near : references)
    for (const Reference* far : references)
      if (near != far && target_of(*near) == table && join(key, *near, *far))
        found.push_back(across(through, *near, *far, catalog));
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
  const auto keys = unique_keys_of(table, catalog);
  std::vector<Relationship> found;
  for (const Reference& reference : table.references)
    found.push_back(own(keys, reference, catalog));
  for (const TableObject* holder : referencing) {
    const auto keys_there = unique_keys_of(*holder, catalog);
    for (const Reference& reference : holder->references)
      if (target_of(reference) == name) found.push_back(inverse(*holder, keys_there, reference));
  }
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
