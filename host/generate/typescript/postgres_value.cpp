#include <algorithm>
#include <iterator>

#include "generate/naming.h"
#include "generate/typescript/paths.h"
#include "generate/typescript/value_type.h"

namespace ddltrail::typescript {
namespace {

/// How node-postgres returns a base type; what is not here comes as a string.
struct Entry {
  std::string_view name;
  const char* select;
  const char* insert;
  /// Of an element of an array; null: an array comes as the text "{...}".
  const char* element;
};

constexpr Entry kEntries[] = {
    {"bool", "boolean", "boolean", "boolean"},
    {"int2", "number", "number", "number"},
    {"int4", "number", "number", "number"},
    {"oid", "number", "number", "number"},
    {"float4", "number", "number", "number"},
    {"float8", "number", "number", "number"},
    {"int8", "string", "string | number | bigint", "string"},
    {"numeric", "string", "string | number", "number"},
    {"money", "string", "string | number", "string"},
    {"text", "string", "string", "string"},
    {"varchar", "string", "string", "string"},
    {"bpchar", "string", "string", "string"},
    {"uuid", "string", "string", "string"},
    {"inet", "string", "string", "string"},
    {"cidr", "string", "string", "string"},
    {"macaddr", "string", "string", "string"},
    {"time", "string", "string", "string"},
    {"timetz", "string", "string", "string"},
    {"numrange", "string", "string", "string"},
    {"date", "Date", "Date | string", "Date"},
    {"timestamp", "Date", "Date | string", "Date"},
    {"timestamptz", "Date", "Date | string", "Date"},
    {"bytea", "Buffer", "Buffer", "Buffer"},
    {"json", "Json", "string", "Json"},
    {"jsonb", "Json", "string", "Json"},
    {"interval", "Interval", "Interval | string", "Interval"},
    {"point", "Point", "Point | string", "Point"},
    {"circle", "Circle", "string", nullptr},
};

constexpr Entry kString{"", "string", "string", nullptr};

const Entry& entry_of(std::string_view name) {
  const auto* found = std::find_if(std::begin(kEntries), std::end(kEntries),
                                   [&](const Entry& entry) { return entry.name == name; });
  return found == std::end(kEntries) ? kString : *found;
}

std::string array_of(const std::string& element, std::int64_t dimensions) {
  const bool is_union = element.find('|') != std::string::npos;
  std::string type = is_union ? "(" + element + ")" : element;
  for (std::int64_t i = 0; i < dimensions; ++i) type += "[]";
  return type;
}

void import_scalars(ValueType& type) {
  for (const char* name : {"Json", "Interval", "Point", "Circle"})
    if (type.select.starts_with(name)) type.imports.push_back({name, kScalars, name});
}

/// The server describes an array of a domain by the domain's array type, which the driver does not
/// know.
bool is_array_of_domain(const Column& column) {
  return column.type_kind == "domain" && column.data_type.ends_with("[]");
}

}  // namespace

ValueType postgres_value(const Column& column) {
  const bool is_builtin = column.base_schema == "pg_catalog";
  const bool is_array = column.array_dimensions > 0;
  if (column.base_kind == "enum" && !is_array) {
    const std::string name = pascal_case(column.base_name);
    return {name, name, {{name, enum_path(*column.base_schema, column.base_name), name}}};
  }
  const Entry& entry = is_builtin ? entry_of(column.base_name) : kString;
  if (is_array && (!entry.element || is_array_of_domain(column))) return {"string", "string", {}};
  ValueType type{entry.select, entry.insert, {}};
  if (is_array) {
    type.select = array_of(entry.element, column.array_dimensions);
    type.insert = array_of(entry.insert, column.array_dimensions);
  }
  import_scalars(type);
  return type;
}

}  // namespace ddltrail::typescript
