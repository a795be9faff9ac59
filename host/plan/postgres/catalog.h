// All objects of one schema, with what each of them needs.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "plan/postgres/object.h"
#include "plan/postgres/rows.h"

namespace ddltrail::postgres_plan {

class Catalog {
 public:
  explicit Catalog(const Schema& schema);
  Catalog(const Catalog&) = delete;
  Catalog& operator=(const Catalog&) = delete;

  using Objects = std::map<Key, std::unique_ptr<Object>>;
  const Objects& objects() const { return objects_; }
  const Object* find(const Key& key) const;
  const Rows& rows() const { return rows_; }
  /// What goes with it, in the order of the keys; columns in that of their table.
  const std::vector<const Object*>& parts(const Key& owner) const;
  /// The object needs the relation, or something that does.
  bool leads_to(const Key& object, const Key& relation) const;

  /// The one that was added; where there is one of that key, that.
  Object& add(std::unique_ptr<Object> object);
  template <class Family, class... Arguments>
  Family& make(Arguments&&... arguments) {
    return static_cast<Family&>(
        add(std::make_unique<Family>(std::forward<Arguments>(arguments)...)));
  }
  /// A type or relation by another name: the multirange of a range, a row type.
  void add_name(const TableName& name, const Key& key) { names_.emplace(name, key); }

 private:
  void resolve();
  void resolve(Object& object);
  void add_mentioned(Object& object, const Mentions& mentions);
  void add_columns(Object& object, const Key& relation, const Mentions& mentions);
  void add_parts_needed(Object& object, const Mentions& mentions);
  void add_loosely_mentioned(Object& object);
  void find_circles();
  bool leads_to(const Key& from, const Key& relation, Keys& seen) const;
  void link_heirs();
  void link_heirs(const Parent& row);
  void add_followed(Object& link, const Object& part);

  const Rows rows_;
  Objects objects_;
  std::map<Key, std::vector<const Object*>> parts_;
  std::multimap<TableName, Key> names_;
  std::multimap<std::string, Key> loose_names_;
};

Key schema_key(const std::string& schema);
Key relation_key(const TableName& table);
Key type_key(const TableName& type);
Key column_key(const TableName& table, const std::string& column);
/// The one is a child or partition of the other.
Key link_key(const TableName& child, const TableName& parent);
Key part_key(Kind kind, const TableName& table, const std::string& name);

}  // namespace ddltrail::postgres_plan
