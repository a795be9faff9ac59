#include "model/object.h"

#include <algorithm>

#include "base/error.h"
#include "contract_mirrors.h"
#include "model/json_text.h"

namespace ddltrail {
namespace {

template <class Struct>
bool is_of_kind(const Json& row) {
  if constexpr (OfSomeKinds<Struct>) {
    const auto& kinds = Mirror<Struct>::kKinds;
    return std::find(kinds.begin(), kinds.end(), row.at("kind").get<std::string_view>()) !=
           kinds.end();
  }
  return true;
}

template <class Struct>
std::vector<Struct> read_rows(const Json& definition) {
  std::vector<Struct> rows;
  for (const Json& row : definition.at(std::string(Mirror<Struct>::kRelation)))
    if (is_of_kind<Struct>(row)) rows.push_back(read_json<Struct>(row));
  return rows;
}

template <class Struct>
std::vector<Struct> read_sorted_rows(const Json& definition) {
  auto rows = read_rows<Struct>(definition);
  sort_rows(rows);
  return rows;
}

TableObject read_table(const Json& definition) {
  return {read_rows<Table>(definition).at(0), read_rows<Column>(definition),
          read_sorted_rows<TableKey>(definition), read_sorted_rows<Check>(definition),
          read_sorted_rows<Reference>(definition)};
}

struct Writer {
  std::string operator()(const TableObject& object) const {
    std::string text = "{\"tables\":[";
    append_row(text, object.table);
    text += "],\"columns\":";
    append_rows(text, object.columns);
    text += ",\"constraints\":[";
    append_items(text, object.keys);
    append_items(text, object.checks);
    text += "],\"foreign_keys\":";
    append_rows(text, object.references);
    return text + '}';
  }
  template <class Struct>
  std::string operator()(const Struct& row) const {
    std::string text = "{\"" + std::string(Mirror<Struct>::kRelation) + "\":[";
    append_row(text, row);
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
  ObjectKey operator()(const TableIndex& object) const {
    return {Family::kIndex, object.schema_name, object.index_name};
  }
  ObjectKey operator()(const Domain& object) const {
    return {Family::kDomain, object.schema_name, object.domain_name};
  }
  ObjectKey operator()(const CompositeType& object) const {
    return {Family::kCompositeType, object.schema_name, object.type_name};
  }
  ObjectKey operator()(const RoutineSignature& object) const {
    return {Family::kRoutine, object.schema_name,
            object.routine_name + '(' + object.identity_arguments + ')'};
  }
  ObjectKey operator()(const ProvenColumns& object) const {
    return {Family::kProvenColumns, object.schema_name, object.view_name};
  }
  ObjectKey operator()(const RangeType& object) const {
    return {Family::kRangeType, object.schema_name, object.type_name};
  }
};

std::vector<Name> sorted_names(std::vector<Name> names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

/// Reads the alternative of Object that stands at the place of the family.
template <std::size_t Place = 0>
Object read_object(std::size_t place, const Json& definition) {
  if constexpr (Place == std::variant_size_v<Object>) {
    throw Error("no such family of objects", std::to_string(place), "");
  } else {
    using Struct = std::variant_alternative_t<Place, Object>;
    if (place != Place) return read_object<Place + 1>(place, definition);
    if constexpr (std::is_same_v<Struct, TableObject>)
      return read_table(definition);
    else
      return read_rows<Struct>(definition).at(0);
  }
}

}  // namespace

std::string to_string(const ObjectKey& key) { return key.schema + "." + key.name; }

ObjectKey key_of(const Object& object) { return std::visit(KeyOf{}, object); }

const Column* find_column(const TableObject& table, const std::string& name) {
  const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                  [&](const Column& column) { return column.column_name == name; });
  return found == table.columns.end() ? nullptr : &*found;
}

std::vector<std::string> primary_key(const TableObject& table) {
  const auto key = std::find_if(table.keys.begin(), table.keys.end(),
                                [](const TableKey& k) { return k.kind == "primary key"; });
  return key == table.keys.end() ? std::vector<std::string>{} : key->columns;
}

Object read_definition(Family family, const Json& definition) {
  try {
    return read_object(static_cast<std::size_t>(family), definition);
  } catch (const std::exception& error) {
    throw Error(std::string("a definition is not as the contract says: ") + error.what(), "",
                "Check that the extension and the tool have the same version, then run `ddltrail "
                "generate --full`.");
  }
}

std::string write_definition(const Object& object) { return std::visit(Writer{}, object); }

bool narrow(Object& object, Detail detail) {
  if (detail == Detail::kKeys) return true;
  if (auto* table = std::get_if<TableObject>(&object))
    object = TableObject{std::move(table->table), std::move(table->columns), {}, {}, {}};
  return !std::holds_alternative<TableIndex>(object);
}

Name name_of(const Table& table) { return {table.schema_name, table.table_name}; }

std::vector<Name> types_in(const Object& object) {
  const auto* table = std::get_if<TableObject>(&object);
  if (!table) return {};
  std::vector<Name> types;
  for (const Column& column : table->columns) {
    if (column.type_schema) types.emplace_back(*column.type_schema, column.type_name);
    if (column.base_schema) types.emplace_back(*column.base_schema, column.base_name);
    if (column.type_kind == "domain") types.push_back(kAnyDomain);
  }
  std::erase_if(types, [](const Name& type) { return type.first == "pg_catalog"; });
  return sorted_names(std::move(types));
}

std::vector<Name> relations_in(const Object& object) {
  if (const auto* index = std::get_if<TableIndex>(&object))
    return {{index->schema_name, index->table_name}};
  std::vector<Name> tables;
  if (const auto* table = std::get_if<TableObject>(&object))
    for (const Reference& reference : table->references)
      tables.emplace_back(reference.referenced_schema, reference.referenced_table);
  return sorted_names(std::move(tables));
}

}  // namespace ddltrail
