#include "model/object.h"

#include <algorithm>

#include "base/error.h"
#include "model/json_text.h"

namespace ddltrail {
namespace {

template <class Struct>
std::vector<Struct> read_rows(const Json& definition) {
  std::vector<Struct> rows;
  for (const Json& row : definition.at(std::string(Mirror<Struct>::kRelation)))
    rows.push_back(read_json<Struct>(row));
  return rows;
}

template <class Struct>
Struct read_only_row(const Json& definition) {
  return read_rows<Struct>(definition).at(0);
}

struct Writer {
  std::string operator()(const TableObject& object) const {
    std::string text = "{\"tables\":[";
    append_row(text, object.table);
    text += "],\"columns\":";
    append_rows(text, object.columns);
    return text + '}';
  }
  std::string operator()(const EnumType& object) const {
    std::string text = "{\"enums\":[";
    append_row(text, object);
    return text + "]}";
  }
};

struct KeyOf {
  ObjectKey operator()(const TableObject& object) const {
    return {Family::kTable, object.table.schema_name, object.table.table_name};
  }
  ObjectKey operator()(const EnumType& object) const {
    return {Family::kEnum, object.schema_name, object.enum_name};
  }
};

}  // namespace

std::string to_string(const ObjectKey& key) { return key.schema + "." + key.name; }

ObjectKey key_of(const Object& object) { return std::visit(KeyOf{}, object); }

Object read_definition(Family family, const Json& definition) {
  try {
    if (family == Family::kEnum) return read_only_row<EnumType>(definition);
    return TableObject{read_only_row<Table>(definition), read_rows<Column>(definition)};
  } catch (const std::exception& error) {
    throw Error(std::string("a definition is not as the contract says: ") + error.what(), "",
                "Check that the extension and the tool have the same version, then run `ddltrail "
                "generate --full`.");
  }
}

std::string write_definition(const Object& object) { return std::visit(Writer{}, object); }

std::vector<TypeName> types_of(const TableObject& table) {
  std::vector<TypeName> types;
  for (const Column& column : table.columns) {
    if (column.type_schema) types.emplace_back(*column.type_schema, column.type_name);
    if (column.base_schema) types.emplace_back(*column.base_schema, column.base_name);
    if (column.type_kind == "domain") types.push_back(kAnyDomain);
  }
  std::erase_if(types, [](const TypeName& type) { return type.first == "pg_catalog"; });
  std::sort(types.begin(), types.end());
  types.erase(std::unique(types.begin(), types.end()), types.end());
  return types;
}

}  // namespace ddltrail
