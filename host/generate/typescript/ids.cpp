#include "generate/typescript/ids.h"

namespace ddltrail::typescript {
namespace {

/// The foreign key that the column is alone; null where it is none, or several.
const Reference* only_reference(const TableObject& table, const std::string& column) {
  const Reference* found = nullptr;
  for (const Reference& reference : table.references) {
    if (reference.columns != std::vector{column} || reference.referenced_columns.size() != 1)
      continue;
    if (found) return nullptr;
    found = &reference;
  }
  return found;
}

std::string brand_of_target(const Reference& reference) {
  return reference.referenced_schema + '.' + reference.referenced_table + '.' +
         reference.referenced_columns.front();
}

/// The table whose id the foreign key holds; null where it refers to another column.
const TableObject* target_of(const Reference& reference, const Catalog& catalog) {
  const TableObject* table =
      catalog.table({reference.referenced_schema, reference.referenced_table});
  const bool is_id = table && id_column(*table) == reference.referenced_columns.front();
  return is_id ? table : nullptr;
}

bool is_of_domain(const TableObject& table, const std::string& column) {
  const Column* found = find_column(table, column);
  return found && found->type_kind == "domain";
}

}  // namespace

std::string id_column(const TableObject& table) {
  const auto key = primary_key(table);
  return key.size() == 1 ? key.front() : "";
}

std::optional<std::string> brand_of(const TableObject& table, const std::string& column,
                                    const Catalog& catalog) {
  if (is_of_domain(table, column)) return std::nullopt;
  const Reference* reference = only_reference(table, column);
  const TableObject* target = reference ? target_of(*reference, catalog) : nullptr;
  if (target) {
    if (is_of_domain(*target, id_column(*target))) return std::nullopt;
    // Where that id refers to one in turn, it is that one. No further: files show what is near.
    const Reference* next = only_reference(*target, id_column(*target));
    return brand_of_target(next && target_of(*next, catalog) ? *next : *reference);
  }
  if (column != id_column(table)) return std::nullopt;
  return table.table.schema_name + '.' + table.table.table_name + '.' + column;
}

}  // namespace ddltrail::typescript
