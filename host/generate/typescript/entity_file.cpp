#include "generate/typescript/entity_file.h"

#include <fmt/format.h>

#include "generate/typescript/method.h"
#include "generate/typescript/paths.h"
#include "generate/typescript/syntax.h"

namespace ddltrail::typescript {
namespace {

/// What the class is made of, under its names in the file.
struct Used {
  std::string base, fill, metadata_type, validate_new, validate_update, violation;
  std::string id, metadata, row, new_row, row_update;
};

Used use_all(const TableObject& object, Imports& imports) {
  const TableNames table = TableNames::of(object.table.table_name);
  const RepositoryNames names = RepositoryNames::of(object.table.table_name);
  const std::string rows = table_path(object.table);
  const std::string relations = relations_path(object.table);
  return {imports.use_value("runtime/entity", "BaseEntity"),
          imports.use_value("runtime/entity", "fill"),
          imports.use("runtime/metadata", "TableMetadata"),
          imports.use_value("runtime/validation", "validateNew"),
          imports.use_value("runtime/validation", "validateUpdate"),
          imports.use("runtime/validation", "Violation"),
          imports.use(relations, names.id),
          imports.use_value(relations, names.metadata),
          imports.use(rows, table.row),
          imports.use(rows, table.new_row),
          imports.use(rows, table.row_update)};
}

std::string properties(const TableObject& object, const Used& used) {
  std::string out;
  for (const Column* column : row_columns(object)) {
    const std::string name = entity_property(object, column->column_name);
    out += fmt::format("  {}!: {}[{}];\n", property(name), used.row, literal(column->column_name));
  }
  return out;
}

}  // namespace

std::string render_entity(const TableObject& object) {
  const std::string entity = RepositoryNames::of(object.table.table_name).entity;
  Imports imports({entity}, entity_path(object.table));
  const Used used = use_all(object, imports);
  std::string out = class_head(entity, fmt::format("{}<{}, {}>", used.base, used.row, used.id));
  out += fmt::format("  static readonly metadata: {} = {};\n\n", used.metadata_type, used.metadata);
  const std::string columns = properties(object, used);
  if (!columns.empty()) out += columns + '\n';
  out += Method{"",
                "static fromRow",
                {"row: " + used.row},
                entity,
                used.fill,
                {Layout::text("new " + entity + "()"), Layout::text("row"),
                 Layout::text(used.metadata)}}
             .render();
  out += '\n' + Method{"Every rule that the values of a new row violate.",
                       "static validateNew",
                       {"values: " + used.new_row},
                       used.violation + "[]",
                       used.validate_new,
                       {Layout::text(used.metadata), Layout::text("values")}}
                    .render();
  out += '\n' + Method{"Every rule that the changes of a row violate.",
                       "static validateUpdate",
                       {"changes: " + used.row_update},
                       used.violation + "[]",
                       used.validate_update,
                       {Layout::text(used.metadata), Layout::text("changes")}}
                    .render();
  return imports.render() + '\n' + out + "}\n";
}

}  // namespace ddltrail::typescript
