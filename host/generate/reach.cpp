#include "generate/reach.h"

namespace ddltrail {
namespace {

ObjectKey table_key(const Name& name) { return {Family::kTable, name.first, name.second}; }

void add_referenced(std::set<ObjectKey>& keys, const TableObject& table) {
  for (const Reference& reference : table.references)
    keys.insert(table_key({reference.referenced_schema, reference.referenced_table}));
}

void add_around(std::set<ObjectKey>& keys, const TableObject& table, const Catalog& catalog) {
  add_referenced(keys, table);
  for (const auto* other : catalog.referencing(name_of(table.table))) {
    keys.insert(key_of(*other));
    if (other->references.size() > 1) add_referenced(keys, *other);
  }
}

}  // namespace

bool looks_the_same(const TableObject& before, const TableObject& after) {
  Table table = before.table;
  table.comment = after.table.comment;
  return table == after.table && before.keys == after.keys && before.references == after.references;
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
