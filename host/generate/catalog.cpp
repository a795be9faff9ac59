#include "generate/catalog.h"

#include <algorithm>

#include "base/contains.h"

namespace ddltrail {
namespace {

template <class Struct>
std::vector<const Struct*> found(const Catalog& catalog, const std::vector<ObjectKey>& keys) {
  std::vector<const Struct*> objects;
  for (const ObjectKey& key : keys)
    if (const Object* object = catalog.find(key))
      if (const auto* wanted = std::get_if<Struct>(object)) objects.push_back(wanted);
  return objects;
}

}  // namespace

const TableObject* Catalog::table(const Name& name) const {
  const Object* object = find({Family::kTable, name.first, name.second});
  return object ? std::get_if<TableObject>(object) : nullptr;
}

std::vector<const TableObject*> Catalog::referencing(const Name& table) const {
  return found<TableObject>(*this, dependents_of(table));
}

std::vector<const TableIndex*> Catalog::indexes_of(const Name& table) const {
  return found<TableIndex>(*this, dependents_of(table));
}

const ProvenColumns* Catalog::proven_of(const Table& table) const {
  if (table.kind != "view") return nullptr;
  const Object* object = find({Family::kProvenColumns, table.schema_name, table.table_name});
  return object ? &std::get<ProvenColumns>(*object) : nullptr;
}

bool Catalog::may_be_null(const Table& table, const Column& column) const {
  if (!column.is_nullable) return false;
  const ProvenColumns* proven = proven_of(table);
  return !proven || !contains(proven->columns, column.column_name);
}

bool Catalog::is_insertable(const Table& table, const Column& column) const {
  if (!column.is_insertable) return false;
  const ProvenColumns* proven = proven_of(table);
  return !proven || !contains(proven->generated, column.column_name);
}

MemoryCatalog::MemoryCatalog(const std::vector<Object>& objects) {
  for (const Object& object : objects) {
    const ObjectKey key = key_of(object);
    objects_[key] = &object;
    for (const Name& relation : relations_in(object)) dependents_[relation].push_back(key);
  }
  for (auto& [name, keys] : dependents_) std::sort(keys.begin(), keys.end());
}

const Object* MemoryCatalog::find(const ObjectKey& key) const {
  const auto place = objects_.find(key);
  return place == objects_.end() ? nullptr : place->second;
}

std::vector<ObjectKey> MemoryCatalog::all(Family family) const {
  std::vector<ObjectKey> keys;
  for (auto place = objects_.lower_bound({family, "", ""});
       place != objects_.end() && place->first.family == family; ++place)
    keys.push_back(place->first);
  return keys;
}

std::vector<ObjectKey> MemoryCatalog::dependents_of(const Name& table) const {
  const auto place = dependents_.find(table);
  return place == dependents_.end() ? std::vector<ObjectKey>{} : place->second;
}

}  // namespace ddltrail
