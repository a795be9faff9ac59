#include "generate/typescript/repository_setting.h"

#include <algorithm>
#include <array>

#include "generate/naming.h"
#include "generate/relationships.h"
#include "generate/typescript/syntax.h"

namespace ddltrail::typescript {
namespace {

using Columns = std::vector<std::string>;

/// What BaseEntity has, and what JavaScript keeps for itself.
bool is_member(const std::string& name) {
  static constexpr std::array<std::string_view, 6> kMembers{
      "__proto__", "assertValid", "constructor", "primaryKey", "toRow", "validate"};
  return std::find(kMembers.begin(), kMembers.end(), name) != kMembers.end();
}

}  // namespace

RepositoryNames RepositoryNames::of(const std::string& table_name, const Naming& naming) {
  const std::string name = pascal_case(table_name);
  const std::string row = pascal_case(naming.singular.of(table_name));
  return {row + "Id", name + "Relations", camel_case(table_name) + "Metadata", row + "Entity",
          name + "Repository"};
}

std::vector<Columns> other_unique_keys(const TableObject& table, const Catalog& catalog) {
  std::vector<Columns> keys = unique_keys_of(table, catalog);
  std::erase(keys, primary_key(table));
  return keys;
}

std::string key_type(const TableObject& table, const std::string& row, const std::string& column,
                     const Naming& naming) {
  const auto names = naming.spelling.of_columns(name_of(table.table), {column});
  const std::string type = row + "[" + literal(names.front()) + "]";
  const Column* found = find_column(table, column);
  return found && found->is_nullable ? "NonNullable<" + type + ">" : type;
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

std::string entity_property(const TableObject& table, const Column& column, const Naming& naming) {
  std::string name = naming.spelling.of_column(column);
  if (!is_member(name)) return name;
  const auto is_taken = [&](const Column& each) { return naming.spelling.of_column(each) == name; };
  do name += '_';
  while (std::any_of(table.columns.begin(), table.columns.end(), is_taken));
  return name;
}

}  // namespace ddltrail::typescript
