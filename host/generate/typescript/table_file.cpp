#include "generate/typescript/table_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "generate/naming.h"
#include "generate/typescript/paths.h"
#include "generate/typescript/syntax.h"

namespace ddltrail::typescript {
namespace {

/// The imports of one file: what is exported under which path gets one local name.
class Imports {
 public:
  Imports(const TableNames& names, std::string file)
      : taken_{names.row, names.table, names.new_row, names.row_update}, file_(std::move(file)) {}

  /// The name to use in the file. Names that collide with the file's own or with another import get
  /// a hash of where they come from.
  const std::string& local_name(const Import& import) {
    const auto [entry, is_new] = names_.try_emplace({import.path, import.name});
    if (is_new) entry->second = free_name(import);
    return entry->second;
  }

  void use_kysely(const char* name) { kysely_.insert(name); }

  std::string render() const {
    std::string out = "import type { " + join(kysely_) + " } from \"kysely\";\n";
    for (const auto& [source, local] : names_) {
      const auto& [path, name] = source;
      const std::string what = name == local ? name : name + " as " + local;
      out +=
          fmt::format("import type {{ {} }} from {};\n", what, literal(import_path(file_, path)));
    }
    return out;
  }

 private:
  static std::string join(const std::set<std::string>& names) {
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    return list;
  }

  std::string free_name(const Import& import) {
    const bool is_scalar = import.path == kScalars;
    std::string name = import.as;
    if (!is_scalar && is_reserved(name)) name += "Enum";
    if (taken_.contains(name)) name.append("_").append(short_hash(import.path));
    taken_.insert(name);
    return name;
  }

  std::set<std::string> taken_;
  std::string file_;
  std::map<std::pair<std::string, std::string>, std::string> names_;
  std::set<std::string> kysely_;
};

/// Puts the local names of imports into a type. A type that has imports is that name, or a union or
/// an array that begins with it.
std::string with_local_names(const std::string& type, const ValueType& value, Imports& imports) {
  for (const Import& import : value.imports) {
    const std::string& local = imports.local_name(import);
    if (const auto at = type.find(import.name); at != std::string::npos)
      return std::string(type).replace(at, import.name.size(), local);
  }
  return type;
}

std::string column_type(const Column& column, TypeMap values, Imports& imports) {
  const ValueType value = values(column);
  const std::string null = column.is_nullable ? " | null" : "";
  const std::string select = with_local_names(value.select, value, imports) + null;
  const std::string update = with_local_names(value.insert, value, imports) + null;
  if (!column.is_insertable) {
    imports.use_kysely("GeneratedAlways");
    return "GeneratedAlways<" + select + ">";
  }
  if (select == update && !column.has_default) return select;
  if (select == update) {
    imports.use_kysely("Generated");
    return "Generated<" + select + ">";
  }
  imports.use_kysely("ColumnType");
  const std::string insert = update + (column.has_default ? " | undefined" : "");
  return fmt::format("ColumnType<{}, {}, {}>", select, insert, update);
}

std::string render_interface(const TableObject& object, const TableNames& names, TypeMap values,
                             Imports& imports) {
  std::string out = doc_comment(object.table.comment.value_or(""), "");
  out += "export interface " + names.table + " {\n";
  std::set<std::string> taken;
  for (const Column& column : object.columns) {
    // Names that differ in malformed bytes only are one property of the driver's rows.
    if (!taken.insert(property(column.column_name)).second) continue;
    out += doc_comment(column.comment.value_or(""), "  ");
    out += fmt::format("  {}: {};\n", property(column.column_name),
                       column_type(column, values, imports));
  }
  return out + "}\n";
}

std::string render_aliases(const Table& table, const TableNames& names, Imports& imports) {
  const auto alias = [&](const std::string& name, const char* helper) {
    imports.use_kysely(helper);
    return fmt::format("export type {} = {}<{}>;\n", name, helper, names.table);
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

std::string render_table(const TableObject& object, TypeMap values) {
  const TableNames names = TableNames::of(object.table.table_name);
  Imports imports(names, table_path(object.table));
  std::string body = render_interface(object, names, values, imports);
  body += '\n';
  body += render_aliases(object.table, names, imports);
  return imports.render() + '\n' + body;
}

}  // namespace ddltrail::typescript
