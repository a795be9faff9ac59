#include "generate/typescript/table_file.h"

#include <fmt/format.h>

#include <optional>
#include <set>

#include "generate/naming.h"
#include "generate/typescript/ids.h"
#include "generate/typescript/layout.h"
#include "generate/typescript/paths.h"
#include "generate/typescript/syntax.h"

namespace ddltrail::typescript {
namespace {

/// The types of the values of a column.
struct ColumnValues {
  std::string select;
  std::string insert;
};

/// Renders one table.
class TableFile {
 public:
  TableFile(const TableObject& object, const ValueTypes& values, const Naming& naming,
            bool has_brands, const Scope& scope)
      : object_(object),
        names_(TableNames::of(object.table.table_name, naming)
                   .in(scope.imports, table_path(object.table), has_brands)),
        values_(values),
        spelling_(naming.spelling),
        has_brands_(has_brands),
        imports_(scope.imports),
        scope_(scope) {}

  std::string render() { return interface() + '\n' + id() + aliases(); }

 private:
  std::optional<std::string> brand(const std::string& column) const {
    return has_brands_ ? brand_of(object_, column, scope_.catalog) : std::nullopt;
  }

  std::string branded(const Column& column, const std::string& brand) {
    return fmt::format("{}<{}, {}>", imports_.use(kScalars, "Brand"),
                       values_.select(column, scope_), literal(brand));
  }

  bool is_insertable(const Column& column) const {
    return scope_.catalog.is_insertable(object_.table, column);
  }

  ColumnValues values_of(const Column& column) {
    const auto own_brand = brand(column.column_name);
    if (!own_brand)
      return {values_.select(column, scope_),
              is_insertable(column) ? values_.insert(column, scope_) : ""};
    const bool is_id = column.column_name == id_column(object_);
    const std::string type = is_id ? names_.id : branded(column, *own_brand);
    return {type, type};
  }

  std::string kysely(const char* helper, const std::string& arguments) {
    imports_.use_kysely(helper);
    return fmt::format("{}<{}>", helper, arguments);
  }

  std::string column_type(const Column& column) {
    const ColumnValues values = values_of(column);
    const bool shows_null = scope_.catalog.may_be_null(object_.table, column);
    const std::string select = values.select + (shows_null ? " | null" : "");
    const std::string update = values.insert + (column.is_nullable ? " | null" : "");
    if (!is_insertable(column)) return kysely("GeneratedAlways", select);
    if (select == update) return column.has_default ? kysely("Generated", select) : select;
    const std::string insert = update + (column.has_default ? " | undefined" : "");
    return kysely("ColumnType", select + ", " + insert + ", " + update);
  }

  std::string interface() {
    std::string members;
    for (const Column* column : row_columns(object_)) {
      members += doc_comment(column->comment.value_or(""), "  ");
      members += member(property(spelling_.of_column(*column)), column_type(*column));
    }
    return doc_comment(object_.table.comment.value_or(""), "") +
           interface_of(names_.table, members);
  }

  /// The type of the id, where it has a brand.
  std::string id() {
    const std::string name = id_column(object_);
    const auto own_brand = brand(name);
    const Column* column = find_column(object_, name);
    if (!own_brand || !column) return "";
    return type_alias(names_.id, branded(*column, *own_brand));
  }

  std::string aliases() {
    std::string out = alias(names_.row, "Selectable");
    if (!object_.table.is_insertable) return out;
    return out + alias(names_.new_row, "Insertable") + alias(names_.row_update, "Updateable");
  }

  std::string alias(const std::string& name, const char* helper) {
    const std::string tag = doc_comment(deprecation(object_.table.comment.value_or("")), "");
    return tag + type_alias(name, imports_.use(kRows, helper) + "<" + names_.table + ">");
  }

  const TableObject& object_;
  const TableNames names_;
  const ValueTypes& values_;
  const Spelling& spelling_;
  const bool has_brands_;
  Imports& imports_;
  const Scope& scope_;
};

}  // namespace

TableNames TableNames::of(const std::string& table_name, const Naming& naming) {
  const std::string row = pascal_case(naming.singular.of(table_name));
  return {is_reserved(row) ? row + "Row" : row, pascal_case(table_name) + "Table",
          fmt::format("New{}", row), row + "Update", row + "Id"};
}

TableNames TableNames::in(Imports& imports, const std::string& path, bool has_brands) const {
  return {imports.use(path, row), imports.use(path, table), imports.use(path, new_row),
          imports.use(path, row_update), has_brands ? imports.use(path, id) : ""};
}

std::vector<const Column*> row_columns(const TableObject& table) {
  std::set<std::string> taken;
  std::vector<const Column*> columns;
  for (const Column& column : table.columns)
    if (taken.insert(property(column.column_name)).second) columns.push_back(&column);
  return columns;
}

std::string render_table(const TableObject& object, const ValueTypes& values, const Naming& naming,
                         bool has_brands, const Scope& scope) {
  return TableFile(object, values, naming, has_brands, scope).render();
}

}  // namespace ddltrail::typescript
