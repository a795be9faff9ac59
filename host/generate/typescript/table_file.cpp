#include "generate/typescript/table_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "generate/naming.h"
#include "generate/typescript/paths.h"
#include "generate/typescript/syntax.h"

namespace ddltrail::typescript {
namespace {

std::string column_type(const Column& column, const ValueTypes& values, const Scope& scope) {
  const std::string null = column.is_nullable ? " | null" : "";
  const std::string select = values.select(column, scope) + null;
  if (!column.is_insertable) {
    scope.imports.use_kysely("GeneratedAlways");
    return "GeneratedAlways<" + select + ">";
  }
  const std::string update = values.insert(column, scope) + null;
  if (select == update && !column.has_default) return select;
  if (select == update) {
    scope.imports.use_kysely("Generated");
    return "Generated<" + select + ">";
  }
  scope.imports.use_kysely("ColumnType");
  const std::string insert = update + (column.has_default ? " | undefined" : "");
  return fmt::format("ColumnType<{}, {}, {}>", select, insert, update);
}

std::string render_interface(const TableObject& object, const TableNames& names,
                             const ValueTypes& values, const Scope& scope) {
  std::string out = doc_comment(object.table.comment.value_or(""), "");
  out += "export interface " + names.table + " {\n";
  std::set<std::string> taken;
  for (const Column& column : object.columns) {
    // Names that differ in malformed bytes only are one property of the driver's rows.
    if (!taken.insert(property(column.column_name)).second) continue;
    out += doc_comment(column.comment.value_or(""), "  ");
    out += fmt::format("  {}: {};\n", property(column.column_name),
                       column_type(column, values, scope));
  }
  return out + "}\n";
}

std::string render_aliases(const Table& table, const TableNames& names, Imports& imports) {
  const std::string tag = doc_comment(deprecation(table.comment.value_or("")), "");
  const auto alias = [&](const std::string& name, const char* helper) {
    imports.use_kysely(helper);
    return fmt::format("{}export type {} = {}<{}>;\n", tag, name, helper, names.table);
  };
  std::string out = alias(names.row, "Selectable");
  if (!table.is_insertable) return out;
  return out + alias(names.new_row, "Insertable") + alias(names.row_update, "Updateable");
}

}  // namespace

TableNames TableNames::of(const std::string& table_name) {
  const std::string name = pascal_case(table_name);
  return {is_reserved(name) ? name + "Row" : name, name + "Table", fmt::format("New{}", name),
          name + "Update"};
}

std::string render_table(const TableObject& object, const ValueTypes& values,
                         const Catalog& catalog) {
  const TableNames names = TableNames::of(object.table.table_name);
  Imports imports({names.row, names.table, names.new_row, names.row_update},
                  table_path(object.table));
  std::string body = render_interface(object, names, values, {imports, catalog});
  body += '\n';
  body += render_aliases(object.table, names, imports);
  return imports.render() + '\n' + body;
}

}  // namespace ddltrail::typescript
