#include "plan/postgres/catalog.h"

#include <algorithm>

#include "plan/postgres/families.h"
#include "plan/postgres/names.h"

namespace ddltrail::postgres_plan {
Key schema_key(const std::string& schema) { return {Kind::kSchema, quoted(schema)}; }
Key relation_key(const TableName& table) { return {Kind::kRelation, qualified(table)}; }
Key type_key(const TableName& type) { return {Kind::kType, qualified(type)}; }
Key column_key(const TableName& table, const std::string& column) {
  return part_key(Kind::kColumn, table, column);
}
Key link_key(const TableName& child, const TableName& parent) {
  return {Kind::kParent, qualified(child) + " in " + qualified(parent)};
}
Key part_key(Kind kind, const TableName& table, const std::string& name) {
  return {kind, qualified(table) + "." + quoted(name)};
}

Catalog::Catalog(const Schema& schema) : rows_(schema) {
  add_schemas(*this);
  add_types(*this);
  add_routines(*this);
  add_sequences(*this);
  add_tables(*this);
  add_constraints(*this);
  add_views(*this);
  add_pieces(*this);
  add_publications(*this);
  link_heirs();
  resolve();
  find_circles();
}

const Object* Catalog::find(const Key& key) const {
  const auto found = objects_.find(key);
  return found == objects_.end() ? nullptr : found->second.get();
}

const std::vector<const Object*>& Catalog::parts(const Key& owner) const {
  static const std::vector<const Object*> kNone;
  const auto found = parts_.find(owner);
  return found == parts_.end() ? kNone : found->second;
}

bool Catalog::leads_to(const Key& object, const Key& relation) const {
  Keys seen;
  return leads_to(object, relation, seen);
}

Object& Catalog::add(std::unique_ptr<Object> object) {
  const auto [place, is_new] = objects_.try_emplace(object->key, std::move(object));
  Object& added = *place->second;
  if (is_new)
    for (const Key& owner : added.owners) parts_[owner].push_back(&added);
  return added;
}

void Catalog::resolve() {
  for (const auto& [name, key] : names_) loose_names_.emplace(name.second, key);
  for (auto& [key, object] : objects_) resolve(*object);
}

void Catalog::resolve(Object& object) {
  for (const Key& owner : object.owners) object.needs.insert(owner);
  Mentions mentions;
  for (const std::string& text : object.texts) mentions.add(text);
  Mentions rows;
  for (const std::string& text : object.row_texts) rows.add(text);
  rows.has_whole_row = true;
  add_mentioned(object, rows);
  if (object.scope) add_columns(object, *object.scope, mentions);
  add_mentioned(object, mentions);
  add_loosely_mentioned(object);
  object.needs.erase(object.key);
  std::erase_if(object.needs, [&](const Key& key) { return !objects_.contains(key); });
}

void Catalog::add_mentioned(Object& object, const Mentions& mentions) {
  for (const auto& name : mentions.names) {
    auto [found, end] = names_.equal_range(name);
    for (; found != end; ++found) {
      object.needs.insert(found->second);
      if (found->second.kind != Kind::kRelation) continue;
      add_columns(object, found->second, mentions);
      if (mentions.has_group) add_parts_needed(object, mentions);
    }
  }
}

void Catalog::add_columns(Object& object, const Key& relation, const Mentions& mentions) {
  for (const Object* part : parts(relation))
    if (part->key.kind == Kind::kColumn &&
        (mentions.has_whole_row || mentions.words.contains(part->traits.column)))
      object.needs.insert(part->key);
}

/// GROUP BY the primary key: other columns of the table may be shown then.
void Catalog::add_parts_needed(Object& object, const Mentions& mentions) {
  for (const auto& name : mentions.names)
    for (const Object* part : parts(relation_key(name)))
      if (part->key.kind == Kind::kConstraint && part->definition.starts_with("PRIMARY KEY"))
        object.needs.insert(part->key);
}

void Catalog::add_loosely_mentioned(Object& object) {
  Mentions mentions;
  for (const std::string& text : object.loose_texts) mentions.add(text);
  for (const std::string& word : mentions.words) {
    auto [found, end] = loose_names_.equal_range(word);
    for (; found != end; ++found)
      if (found->second != object.key) object.follows.insert(found->second);
  }
}

/// Columns of the row type of a view of their own table, and the like.
void Catalog::find_circles() {
  for (const auto& [key, object] : objects_) {
    if (key.kind != Kind::kColumn) continue;
    const Key relation = object->owners.front();
    Keys seen = {key, relation};
    for (const Key& need : object->needs)
      if (need != relation && need.kind != Kind::kColumn)
        object->is_in_circle |= leads_to(need, relation, seen);
  }
}

/// What needs something, or is made with what does.
bool Catalog::leads_to(const Key& from, const Key& relation, Keys& seen) const {
  if (from == relation) return true;
  if (!seen.insert(from).second) return false;
  const Keys& needs = objects_.at(from)->needs;
  const auto leads = [&](const Key& key) { return leads_to(key, relation, seen); };
  if (needs.contains(relation) || std::any_of(needs.begin(), needs.end(), leads)) return true;
  const auto& with = parts(from);
  return std::any_of(with.begin(), with.end(), [&](const Object* part) {
    return part->key.kind == Kind::kColumn && leads(part->key);
  });
}

void Catalog::link_heirs() {
  for (const Parent& row : rows_.schema().parents) link_heirs(row);
}

/// Columns and checks are inherited by every child, keys and indexes by partitions.
void Catalog::link_heirs(const Parent& row) {
  const TableName parent = parent_of(row), child = child_of(row);
  const auto heir = [&](const Key& key, const Key& child_key) {
    const auto found = objects_.find(key);
    if (found != objects_.end() && objects_.contains(child_key))
      found->second->heirs.insert(child_key);
  };
  for (const Column* column : rows_.columns(parent))
    for (const Kind kind : {Kind::kColumn, Kind::kNotNull})
      heir(part_key(kind, parent, column->column_name), part_key(kind, child, column->column_name));
  for (const Object* part : parts(relation_key(parent)))
    for (const Object* other : parts(relation_key(child)))
      if (part->key.kind == other->key.kind && !part->inheritance.empty() &&
          part->inheritance == other->inheritance &&
          (row.partition_bound || part->definition.starts_with("CHECK"))) {
        objects_.at(part->key)->heirs.insert(other->key);
        objects_.at(other->key)->is_of_whole |= row.partition_bound.has_value();
      }
  const auto link = objects_.find(link_key(child, parent));
  if (link == objects_.end()) return;
  for (const TableName& table : {parent, child})
    for (const Object* part : parts(relation_key(table)))
      if (part->key.kind != Kind::kParent && part->key.kind != Kind::kTrigger)
        add_followed(*link->second, *part);
}

/// Columns with what is said of them apart.
void Catalog::add_followed(Object& link, const Object& part) {
  link.follows.insert(part.key);
  for (const Object* own : parts(part.key))
    if (own->key.kind == Kind::kNotNull || own->key.kind == Kind::kDefault)
      link.follows.insert(own->key);
}

}  // namespace ddltrail::postgres_plan
