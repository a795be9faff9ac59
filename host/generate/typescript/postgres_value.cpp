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
  bool parses_array;  ///< an array of it comes as an array, not as the text "{...}"
};

constexpr Entry kEntries[] = {
    {"bool", "boolean", "boolean", true},
    {"int2", "number", "number", true},
    {"int4", "number", "number", true},
    {"oid", "number", "number", true},
    {"float4", "number", "number", true},
    {"float8", "number", "number", true},
    {"int8", "string", "string | number | bigint", true},
    {"numeric", "string", "string | number", true},
    {"money", "string", "string | number", true},
    {"text", "string", "string", true},
    {"varchar", "string", "string", true},
    {"bpchar", "string", "string", true},
    {"uuid", "string", "string", true},
    {"inet", "string", "string", true},
    {"cidr", "string", "string", true},
    {"macaddr", "string", "string", true},
    {"time", "string", "string", true},
    {"timetz", "string", "string", true},
    {"numrange", "string", "string", true},
    {"date", "Date", "Date | string", true},
    {"timestamp", "Date", "Date | string", true},
    {"timestamptz", "Date", "Date | string", true},
    {"bytea", "Buffer", "Buffer", true},
    {"json", "Json", "string", true},
    {"jsonb", "Json", "string", true},
    {"interval", "Interval", "Interval | string", true},
    {"point", "Point", "Point | string", true},
    {"circle", "Circle", "string", false},
};

constexpr Entry kString{"", "string", "string", false};

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
  const bool is_builtin = column.base_kind == "base" && column.base_schema == "pg_catalog";
  const bool is_array = column.array_dimensions > 0;
  if (column.base_kind == "enum" && !is_array) {
    const std::string name = pascal_case(column.base_name);
    return {name, name, {{name, enum_path(*column.base_schema, column.base_name), name}}};
  }
  const Entry& entry = is_builtin ? entry_of(column.base_name) : kString;
  if (is_array && (!entry.parses_array || is_array_of_domain(column)))
    return {"string", "string", {}};
  ValueType type{entry.select, entry.insert, {}};
  if (is_array) {
    type.select = array_of(entry.select, column.array_dimensions);
    type.insert = array_of(entry.insert, column.array_dimensions);
  }
  import_scalars(type);
  return type;
}

}  // namespace ddltrail::typescript
