#include "generate/typescript/view_model.h"

#include <set>

#include "base/contains.h"
#include "generate/naming.h"
#include "generate/relationships.h"
#include "generate/typescript/database_file.h"
#include "generate/typescript/described_type.h"
#include "generate/typescript/paths.h"
#include "generate/typescript/type_files.h"

namespace ddltrail::typescript {
namespace {

Json types_of_rows(const Table& table, const Naming& naming) {
  const TableNames names = TableNames::of(table.table_name, naming);
  return {{"table", names.table}, {"row", names.row}};
}

Json types_of(const Table& table, const Naming& naming) {
  const TableNames names = TableNames::of(table.table_name, naming);
  Json types = types_of_rows(table, naming);
  if (!table.is_insertable) return types;
  types["new"] = names.new_row;
  types["update"] = names.row_update;
  return types;
}

void add(Json& model, const char* name, const std::optional<std::string>& text) {
  if (text) model[name] = *text;
}

}  // namespace

std::vector<std::string> schemas_of(const Catalog& catalog) {
  std::set<std::string> names;
  for (const Family family : {Family::kTable, Family::kEnum})
    for (const ObjectKey& key : catalog.all(family)) names.insert(key.schema);
  return {names.begin(), names.end()};
}

std::string ViewModel::file_of(const std::string& path) const {
  return setting_.whole.empty() ? path : setting_.whole;
}

Json ViewModel::module_of(const std::string& path) const { return import_path(file_, path); }

Json ViewModel::of(const TableObject& object) const {
  const Table& table = object.table;
  const std::string path = file_of(table_path(table));
  Imports imports(file_, setting_.whole);
  Json columns = Json::array();
  for (const Column* each : row_columns(object)) columns.push_back(column(object, *each, imports));
  Json model{
      {"schema", table.schema_name},
      {"name", table.table_name},
      {"kind", table.kind},
      {"path", path},
      {"module", module_of(path)},
      {"property", key_in_database(name_of(table), setting_.default_schema, setting_.naming)},
      {"types", types_of(table, setting_.naming)},
      {"is_insertable", table.is_insertable},
      {"columns", std::move(columns)},
      {"unique_keys", keys(object)},
      {"foreign_keys", foreign_keys(object)},
      {"imports", imports.render()}};
  add(model, "comment", table.comment);
  return model;
}

Json ViewModel::column(const TableObject& object, const Column& column, Imports& imports) const {
  const Scope scope{imports, setting_.catalog};
  const bool shows_null = setting_.catalog.may_be_null(object.table, column);
  Json model = named(object.table, column.column_name);
  model.update({{"type", column.data_type},
                {"select", setting_.values.select(column, scope) + (shows_null ? " | null" : "")},
                {"is_nullable", column.is_nullable},
                {"has_default", column.has_default},
                {"is_insertable", column.is_insertable},
                {"is_primary_key", contains(primary_key(object), column.column_name)}});
  if (column.is_insertable)
    model["insert"] = setting_.values.insert(column, scope) + (column.is_nullable ? " | null" : "");
  if (has_enum_file(column, setting_.catalog))
    model["enum"] = enum_of({*column.base_schema, column.base_name});
  add(model, "default", column.default_expression);
  add(model, "comment", column.comment);
  return model;
}

Json ViewModel::enum_of(const std::pair<std::string, std::string>& name) const {
  const std::string path = file_of(enum_path(name.first, name.second));
  return {{"schema", name.first},
          {"name", name.second},
          {"type", enum_name(name.second)},
          {"values_constant", values_name(name.second)},
          {"path", path},
          {"module", module_of(path)}};
}

Json ViewModel::named(const Table& table, const std::string& column) const {
  const auto spelled = setting_.naming.spelling.of_columns(name_of(table), {column});
  return {{"name", column}, {"property", spelled.front()}};
}

Json ViewModel::keys(const TableObject& object) const {
  Json keys = Json::array();
  for (const auto& key : unique_keys_of(object, setting_.catalog)) {
    Json columns = Json::array();
    for (const std::string& each : key) columns.push_back(named(object.table, each));
    keys.push_back({{"is_primary", key == primary_key(object)}, {"columns", std::move(columns)}});
  }
  return keys;
}

Json ViewModel::foreign_keys(const TableObject& object) const {
  Json all = Json::array();
  for (const Reference& reference : object.references) {
    const TableObject* referenced =
        setting_.catalog.table({reference.referenced_schema, reference.referenced_table});
    if (referenced && reference.columns.size() == reference.referenced_columns.size())
      all.push_back(foreign_key(object.table, reference, referenced->table));
  }
  return all;
}

Json ViewModel::foreign_key(const Table& table, const Reference& reference,
                            const Table& referenced) const {
  Json columns = Json::array();
  for (std::size_t i = 0; i < reference.columns.size(); ++i) {
    Json pair = named(table, reference.columns[i]);
    pair["referenced"] = named(referenced, reference.referenced_columns[i]);
    columns.push_back(std::move(pair));
  }
  const std::string path = file_of(table_path(referenced));
  return {{"columns", std::move(columns)},
          {"table",
           {{"schema", referenced.schema_name},
            {"name", referenced.table_name},
            {"types", types_of_rows(referenced, setting_.naming)},
            {"path", path},
            {"module", module_of(path)}}}};
}

Json ViewModel::of(const EnumType& type) const {
  Json values = Json::array();
  for (const std::string& value : type.values) values.push_back({{"value", value}});
  Json model = enum_of({type.schema_name, type.enum_name});
  model["values"] = std::move(values);
  add(model, "comment", type.comment);
  return model;
}

Json ViewModel::of_schema(const std::string& name) const {
  Json tables = Json::array();
  Json enums = Json::array();
  for (const ObjectKey& key : setting_.catalog.all(Family::kTable))
    if (key.schema == name)
      tables.push_back(of(std::get<TableObject>(*setting_.catalog.find(key))));
  for (const ObjectKey& key : setting_.catalog.all(Family::kEnum))
    if (key.schema == name) enums.push_back(of(std::get<EnumType>(*setting_.catalog.find(key))));
  return {{"name", name}, {"tables", std::move(tables)}, {"enums", std::move(enums)}};
}

Json ViewModel::of_database() const {
  Json schemas = Json::array();
  for (const std::string& name : schemas_of(setting_.catalog)) schemas.push_back(of_schema(name));
  return {{"version", 1}, {"schemas", std::move(schemas)}};
}

}  // namespace ddltrail::typescript
