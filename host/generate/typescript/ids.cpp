#include "generate/typescript/ids.h"

#include <algorithm>

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

/// The table whose id the foreign key holds; null where it refers to another column.
const TableObject* target_of(const Reference& reference, const Catalog& catalog) {
  const TableObject* table =
      catalog.table({reference.referenced_schema, reference.referenced_table});
  const bool is_id = table && id_column(*table) == reference.referenced_columns.front();
  return is_id ? table : nullptr;
}

/// The table whose ids the column holds as a foreign key; null where it holds none.
const TableObject* table_referred_to(const TableObject& table, const std::string& column,
                                     const Catalog& catalog) {
  const Reference* reference = only_reference(table, column);
  return reference ? target_of(*reference, catalog) : nullptr;
}

const TableObject* whole_of(const TableObject& part, const Catalog& catalog) {
  return table_referred_to(part, id_column(part), catalog);
}

using Tables = std::vector<const TableObject*>;

Tables::const_iterator find(const Tables& tables, const TableObject& table) {
  return std::find_if(tables.begin(), tables.end(), [&](const TableObject* each) {
    return name_of(each->table) == name_of(table.table);
  });
}

/// The table, the one whose id its id is, and so on: to the last one, or once around a circle.
Tables with_wholes(const TableObject& table, const Catalog& catalog) {
  Tables tables;
  for (const TableObject* next = &table; next && find(tables, *next) == tables.end();
       next = whole_of(*next, catalog))
    tables.push_back(next);
  return tables;
}

/// The last one; of a circle the first by name.
const TableObject& last_whole(const Tables& tables, const Catalog& catalog) {
  const TableObject* again = whole_of(*tables.back(), catalog);
  if (!again) return *tables.back();
  return **std::min_element(find(tables, *again), tables.end(), [](const auto* a, const auto* b) {
    return name_of(a->table) < name_of(b->table);
  });
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
  const TableObject* target = table_referred_to(table, column, catalog);
  if (!target && column != id_column(table)) return std::nullopt;
  const Tables tables = with_wholes(target ? *target : table, catalog);
  const bool meets_domain = std::any_of(tables.begin(), tables.end(), [](const auto* each) {
    return is_of_domain(*each, id_column(*each));
  });
  if (meets_domain) return std::nullopt;
  const TableObject& whole = last_whole(tables, catalog);
  return whole.table.schema_name + '.' + whole.table.table_name + '.' + id_column(whole);
}

}  // namespace ddltrail::typescript
