#include "plan/postgres/rows.h"

#include <algorithm>
#include <set>

namespace ddltrail::postgres_plan {
namespace {

template <class Row>
void by_position(std::map<Rows::Name, std::vector<const Row*>>& lists) {
  for (auto& [name, list] : lists)
    std::stable_sort(list.begin(), list.end(),
                     [](const Row* a, const Row* b) { return a->position < b->position; });
}

template <class Row>
const std::vector<const Row*>& list_in(const std::map<Rows::Name, std::vector<const Row*>>& lists,
                                       const Rows::Name& name) {
  static const std::vector<const Row*> kNone;
  const auto found = lists.find(name);
  return found == lists.end() ? kNone : found->second;
}

TableProperties usual_properties() {
  TableProperties usual;
  usual.persistence = "permanent";
  usual.replica_identity = "default";
  usual.is_populated = true;
  return usual;
}

}  // namespace

bool refers_to(const ForeignKey& row, const std::pair<std::string, std::string>& table,
               const Json& columns) {
  if (row.referenced_schema != table.first || row.referenced_table != table.second) return false;
  std::set<std::string> names;
  for (const Json& column : columns)
    if (column.is_string()) names.insert(column.get<std::string>());
  return names ==
         std::set<std::string>(row.referenced_columns.begin(), row.referenced_columns.end());
}

Rows::Rows(const Schema& schema) : schema_(schema) {
  for (const Table& row : schema.tables) tables_[{row.schema_name, row.table_name}] = &row;
  for (const TableProperties& row : schema.table_properties)
    properties_[{row.schema_name, row.table_name}] = &row;
  for (const ColumnProperties& row : schema.column_properties)
    column_properties_[{{row.schema_name, row.table_name}, row.column_name}] = &row;
  for (const Column& row : schema.columns)
    columns_[{row.schema_name, row.table_name}].push_back(&row);
  for (const Parent& row : schema.parents)
    parents_[{row.schema_name, row.table_name}].push_back(&row);
  for (const Domain& row : schema.domains) domains_[{row.schema_name, row.domain_name}] = &row;
  for (const View& row : schema.views) views_[{row.schema_name, row.view_name}] = &row;
  for (const Constraint& row : schema.constraints)
    constraints_of_[{row.schema_name, row.table_name}].push_back(&row);
  for (const Index& row : schema.indexes)
    indexes_of_[{row.schema_name, row.table_name}].push_back(&row);
  for (const Index& row : schema.indexes) indexes_[{row.schema_name, row.index_name}] = &row;
  for (const ForeignKey& row : schema.foreign_keys)
    foreign_keys_[{{row.schema_name, row.table_name}, row.constraint_name.value_or("")}] = &row;
  for (const Sequence& row : schema.sequences)
    if (row.table_name)
      owned_sequences_[{{*row.table_schema, *row.table_name}, *row.column_name}] = &row;
  for (const Privilege& row : schema.privileges)
    privileges_[{row.object_kind, row.schema_name.value_or(""), row.object_name,
                 row.column_name.value_or("")}]
        .push_back(&row);
  by_position(columns_);
  by_position(parents_);
}

const TableProperties& Rows::properties(const Name& name) const {
  static const TableProperties kUsual = usual_properties();
  const TableProperties* row = find(properties_, name);
  return row ? *row : kUsual;
}

const std::vector<const Column*>& Rows::columns(const Name& table) const {
  return list_in(columns_, table);
}

const std::vector<const Constraint*>& Rows::constraints(const Name& table) const {
  return list_in(constraints_of_, table);
}

const std::vector<const Index*>& Rows::indexes(const Name& table) const {
  return list_in(indexes_of_, table);
}

const Column* Rows::column(const Name& table, const std::string& name) const {
  for (const Column* column : columns(table))
    if (column->column_name == name) return column;
  return nullptr;
}

const std::vector<const Parent*>& Rows::parents(const Name& table) const {
  return list_in(parents_, table);
}

void Rows::grant(Traits& traits, const std::string& kind, const std::string& schema,
                 const std::string& name, const std::string& column) const {
  traits.column = column;
  const auto found = privileges_.find({kind, schema, name, column});
  traits.has_default_grants = found == privileges_.end();
  if (traits.has_default_grants) {
    traits.grants = default_grants(traits.acl_kind, traits.grant_owner);
  } else {
    for (const Privilege* row : found->second)
      if (row->privilege)
        traits.grants.insert({row->grantor.value_or(""), row->grantee.value_or(""), *row->privilege,
                              row->is_grantable});
  }
}

std::set<std::string> Rows::unasked(const std::string& acl_kind) const {
  std::set<std::string> roles;
  for (const DefaultPrivilege& row : schema_.default_privileges)
    if (row.object_kind == acl_kind) roles.insert(row.grantee.value_or("public"));
  return roles;
}

}  // namespace ddltrail::postgres_plan
