#include "generate/reach.h"

#include <algorithm>

namespace ddltrail {
namespace {

ObjectKey table_key(const Name& name) { return {Family::kTable, name.first, name.second}; }

void add_referenced(std::set<ObjectKey>& keys, const TableObject& table) {
  for (const Reference& reference : table.references)
    keys.insert(table_key({reference.referenced_schema, reference.referenced_table}));
}

/// The table's id is that of another table.
bool is_part(const TableObject& table) {
  const auto id = primary_key(table);
  return id.size() == 1 &&
         std::any_of(table.references.begin(), table.references.end(),
                     [&](const Reference& reference) { return reference.columns == id; });
}

/// What holds ids of a part holds ids of the whole. `parts`: those that were met.
void add_holders(std::set<ObjectKey>& keys, const TableObject& table, const Catalog& catalog,
                 std::set<ObjectKey>& parts) {
  for (const TableObject* other : catalog.referencing(name_of(table.table))) {
    const ObjectKey key = key_of(*other);
    keys.insert(key);
    if (is_part(*other) && parts.insert(key).second) add_holders(keys, *other, catalog, parts);
  }
}

bool has_id_of_domain(const TableObject& table) {
  const auto id = primary_key(table);
  const Column* column = id.size() == 1 ? find_column(table, id.front()) : nullptr;
  return column && column->type_kind == "domain";
}

void add_around(std::set<ObjectKey>& keys, const TableObject& table, const Catalog& catalog) {
  std::set<ObjectKey> parts;
  add_referenced(keys, table);
  add_holders(keys, table, catalog, parts);
  for (const auto* other : catalog.referencing(name_of(table.table)))
    if (other->references.size() > 1) add_referenced(keys, *other);
}

}  // namespace

bool looks_the_same(const TableObject& before, const TableObject& after) {
  Table table = before.table;
  table.comment = after.table.comment;
  return table == after.table && before.keys == after.keys &&
         before.references == after.references &&
         has_id_of_domain(before) == has_id_of_domain(after);
}

std::set<ObjectKey> around(const Object& object, const Catalog& catalog) {
  std::set<ObjectKey> keys;
  if (const auto* table = std::get_if<TableObject>(&object)) add_around(keys, *table, catalog);
  if (const auto* proven = std::get_if<ProvenColumns>(&object))
    keys.insert(table_key({proven->schema_name, proven->view_name}));
  if (const auto* index = std::get_if<TableIndex>(&object)) {
    const Name name{index->schema_name, index->table_name};
    keys.insert(table_key(name));
    const TableObject* table = catalog.table(name);
    if (table && index->is_unique) add_around(keys, *table, catalog);
  }
  return keys;
}

}  // namespace ddltrail
