#include "generate/typescript/repository_setting.h"

#include <algorithm>
#include <array>
#include <set>

#include "generate/naming.h"
#include "generate/relationships.h"
#include "generate/typescript/paths.h"
#include "generate/typescript/syntax.h"

namespace ddltrail::typescript {
namespace {

using Columns = std::vector<std::string>;

std::string path_in(const Table& table, const char* folder) {
  return file_stem(table.schema_name) + folder + file_stem(table.table_name);
}

/// What BaseEntity has, and what JavaScript keeps for itself.
bool is_member(const std::string& name) {
  static constexpr std::array<std::string_view, 6> kMembers{
      "__proto__", "assertValid", "constructor", "primaryKey", "toRow", "validate"};
  return std::find(kMembers.begin(), kMembers.end(), name) != kMembers.end();
}

}  // namespace

RepositoryNames RepositoryNames::of(const std::string& table_name) {
  const std::string name = pascal_case(table_name);
  return {name + "Id", name + "Relations", camel_case(table_name) + "Metadata", name + "Entity",
          name + "Repository"};
}

std::string relations_path(const Table& table) { return path_in(table, "/relations/"); }
std::string entity_path(const Table& table) { return path_in(table, "/entities/"); }
std::string repository_path(const Table& table) { return path_in(table, "/repositories/"); }

std::vector<Columns> unique_keys(const TableObject& table, const Catalog& catalog) {
  std::set<Columns> keys;
  for (const TableKey& key : table.keys) keys.insert(key.columns);
  for (const TableIndex* index :
       catalog.indexes_of({table.table.schema_name, table.table.table_name}))
    if (auto columns = unique_columns(*index)) keys.insert(*std::move(columns));
  keys.erase(primary_key(table));
  return {keys.begin(), keys.end()};
}

Layout literal_list(const Columns& names) {
  std::vector<Layout> items;
  for (const std::string& name : names) items.push_back(Layout::text(literal(name)));
  return Layout::list("[", items, "]", false);
}

std::string literal_union(const Columns& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : " | ") + literal(name);
  return out;
}

std::vector<const Column*> row_columns(const TableObject& table) {
  std::set<std::string> taken;
  std::vector<const Column*> columns;
  for (const Column& column : table.columns)
    if (taken.insert(property(column.column_name)).second) columns.push_back(&column);
  return columns;
}

std::string entity_property(const TableObject& table, const std::string& column) {
  if (!is_member(column)) return column;
  std::string name = column + "_";
  const auto is_taken = [&](const Column& other) { return other.column_name == name; };
  while (std::any_of(table.columns.begin(), table.columns.end(), is_taken)) name += '_';
  return name;
}

}  // namespace ddltrail::typescript
