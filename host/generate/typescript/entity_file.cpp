#include "generate/typescript/entity_file.h"

#include <fmt/format.h>

#include "generate/typescript/imports.h"
#include "generate/typescript/layout.h"
#include "generate/typescript/paths.h"
#include "generate/typescript/syntax.h"

namespace ddltrail::typescript {
namespace {

/// The columns as properties; empty where they are called like the row's.
std::string renamed_properties(const TableObject& object, const std::string& row,
                               const std::string& type, const Naming& naming) {
  std::string names;
  std::string members;
  for (const Column* column : row_columns(object)) {
    const std::string spelled = naming.spelling.of_column(*column);
    const std::string name = entity_property(object, *column, naming);
    if (name == spelled) continue;
    const std::string own = literal(spelled);
    names += (names.empty() ? "" : " | ") + own;
    members += member(property(name), row + "[" + own + "]");
  }
  if (names.empty()) return "";
  const Layout head =
      Layout::all({Layout::text("export interface " + type + " extends "),
                   Layout::type("Omit<" + row + ", " + names + ">"), Layout::text(" {")});
  return head.print() + "\n" + members + "}\n\n";
}

/// The class with nothing in it of its own. Prettier breaks the arguments of a call only where what
/// stands before them fits.
std::string class_of(const std::string& name, const std::string& base,
                     const std::string& argument) {
  const std::string head = Layout::all({Layout::text("export class " + name + " extends "),
                                        Layout::type(base), Layout::text("(")})
                               .print();
  const std::string end = argument + ") {}\n";
  const bool fits = fits_one_line(head.substr(head.rfind('\n') + 1) + end);
  return head + (fits ? end : "\n  " + argument + ",\n) {}\n");
}

}  // namespace

std::string render_entity(const TableObject& object, const Naming& naming, Imports& imports) {
  const TableNames table = TableNames::of(object.table.table_name, naming);
  const RepositoryNames names = RepositoryNames::of(object.table.table_name, naming);
  const std::string rows = table_path(object.table);
  const std::string path = entity_path(object.table);
  const std::string entity = imports.use(path, names.entity);
  const std::string type = imports.use(path, "Properties");
  const std::string row = imports.use(rows, table.row);
  const std::string properties = renamed_properties(object, row, type, naming);
  const std::string base =
      fmt::format("{}<{}, {}, {}, {}{}>", imports.use_value("runtime/entity", "entityOf"), row,
                  imports.use(rows, table.new_row), imports.use(rows, table.row_update),
                  imports.use(path, names.id), properties.empty() ? "" : ", " + type);
  const std::string metadata = imports.use_value(path, names.metadata);
  return properties + class_of(entity, base, metadata);
}

}  // namespace ddltrail::typescript
