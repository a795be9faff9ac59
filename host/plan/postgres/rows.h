// The rows of one schema, found by what they are about.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "model/schema.h"
#include "plan/postgres/traits.h"

namespace ddltrail::postgres_plan {

/// The two tables of a link.
inline std::pair<std::string, std::string> child_of(const Parent& row) {
  return {row.schema_name, row.table_name};
}
inline std::pair<std::string, std::string> parent_of(const Parent& row) {
  return {row.parent_schema, row.parent_table};
}

/// To exactly these columns of a table, in whatever order. `columns`: an array of names, with null
/// for expressions.
bool refers_to(const ForeignKey& row, const std::pair<std::string, std::string>& table,
               const Json& columns);

class Rows {
 public:
  using Name = std::pair<std::string, std::string>;

  explicit Rows(const Schema& schema);

  const Schema& schema() const { return schema_; }
  const Table* table(const Name& name) const { return find(tables_, name); }
  /// Those by default where it has none of its own.
  const TableProperties& properties(const Name& name) const;
  const ColumnProperties* properties(const Name& table, const std::string& column) const {
    return find(column_properties_, std::pair(table, column));
  }
  /// In their order.
  const std::vector<const Column*>& columns(const Name& table) const;
  const Column* column(const Name& table, const std::string& name) const;
  const std::vector<const Parent*>& parents(const Name& table) const;
  const Domain* domain(const Name& name) const { return find(domains_, name); }
  const View* view(const Name& name) const { return find(views_, name); }
  const std::vector<const Constraint*>& constraints(const Name& table) const;
  const std::vector<const Index*>& indexes(const Name& table) const;
  const Index* index(const Name& name) const { return find(indexes_, name); }
  const ForeignKey* foreign_key(const Name& table, const std::string& name) const {
    return find(foreign_keys_, std::pair(table, name));
  }
  /// The sequence that a column owns.
  const Sequence* owned_sequence(const Name& table, const std::string& column) const {
    return find(owned_sequences_, std::pair(table, column));
  }
  /// Fills in the privileges. `kind`: as the relation privileges has it. `schema`: empty for what
  /// is in none.
  void grant(Traits& traits, const std::string& kind, const std::string& schema,
             const std::string& name, const std::string& column = "") const;
  /// Roles that get privileges on new objects of a kind, or from which they are taken.
  std::set<std::string> unasked(const std::string& acl_kind) const;

 private:
  using Part = std::pair<Name, std::string>;
  template <class Map, class Key>
  static auto find(const Map& map, const Key& key) -> typename Map::mapped_type {
    const auto found = map.find(key);
    return found == map.end() ? nullptr : found->second;
  }

  const Schema& schema_;
  std::map<Name, const Table*> tables_;
  std::map<Name, const TableProperties*> properties_;
  std::map<Part, const ColumnProperties*> column_properties_;
  std::map<Name, std::vector<const Column*>> columns_;
  std::map<Name, std::vector<const Parent*>> parents_;
  std::map<Name, const Domain*> domains_;
  std::map<Name, const View*> views_;
  std::map<Name, std::vector<const Constraint*>> constraints_of_;
  std::map<Name, std::vector<const Index*>> indexes_of_;
  std::map<Name, const Index*> indexes_;
  std::map<Part, const ForeignKey*> foreign_keys_;
  std::map<Part, const Sequence*> owned_sequences_;
  std::map<std::vector<std::string>, std::vector<const Privilege*>> privileges_;
};

}  // namespace ddltrail::postgres_plan
