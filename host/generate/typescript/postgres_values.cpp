#include <algorithm>
#include <iterator>

#include "generate/naming.h"
#include "generate/typescript/paths.h"
#include "generate/typescript/value_types.h"

namespace ddltrail::typescript {
namespace {

/// How node-postgres returns a base type and what it takes; what is not here is a string.
struct Entry {
  std::string_view name;
  std::string_view select;
  std::string_view insert;
  /// Of an element of an array; empty: an array comes as the text "{...}".
  std::string_view element;
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
    {"regproc", "string", "string", "string"},
    {"date", "Date", "Date | string", "Date"},
    {"timestamp", "Date", "Date | string", "Date"},
    {"timestamptz", "Date", "Date | string", "Date"},
    {"bytea", "Buffer", "Buffer", "Buffer"},
    {"json", "Json", "JsonInput", "Json"},
    {"jsonb", "Json", "JsonInput", "Json"},
    {"interval", "Interval", "Interval | string", "Interval"},
    {"point", "Point", "string", "Point"},
    {"circle", "Circle", "string", ""},
};

constexpr Entry kString{"", "string", "string", ""};

const Entry& entry_of(const Column& column) {
  if (column.base_schema != "pg_catalog") return kString;
  const auto* found =
      std::find_if(std::begin(kEntries), std::end(kEntries),
                   [&](const Entry& entry) { return entry.name == column.base_name; });
  return found == std::end(kEntries) ? kString : *found;
}

std::string array_of(const std::string& element, std::int64_t dimensions) {
  const bool is_union = element.find('|') != std::string::npos;
  std::string type = is_union ? "(" + element + ")" : element;
  for (std::int64_t i = 0; i < dimensions; ++i) type += "[]";
  return type;
}

/// Imports what the type begins with, where that is one of the types in scalars.ts.
std::string with_scalars(std::string_view type, Imports& imports) {
  const std::string_view first = type.substr(0, type.find(' '));
  for (const char* name : {"Json", "JsonInput", "Interval", "Point", "Circle"})
    if (first == name) imports.use(kScalars, name);
  return std::string(type);
}

/// The driver does not know the array type of a domain, and returns the text of such an array.
bool is_array_of_domain(const Column& column) {
  return column.type_kind == "domain" && column.data_type.ends_with("[]");
}

/// Whether the driver can be given a list: it parts the elements by commas, which is not how boxes
/// are parted, and takes lists in lists for more dimensions, which the arrays behind a domain are
/// not.
bool takes_list(const Column& column) {
  const bool is_box = column.base_schema == "pg_catalog" && column.base_name == "box";
  return !is_box && !(is_array_of_domain(column) && column.array_dimensions > 1);
}

class PostgresValues : public ValueTypes {
 public:
  std::string select(const Column& column, Imports& imports) const override {
    if (column.array_dimensions == 0) return scalar(column, entry_of(column).select, imports);
    if (!is_parsed(column)) return "string";
    return array_of(with_scalars(entry_of(column).element, imports), column.array_dimensions);
  }

  std::string insert(const Column& column, Imports& imports) const override {
    if (column.array_dimensions > 0 && !takes_list(column)) return "string";
    const std::string element = scalar(column, entry_of(column).insert, imports);
    if (column.array_dimensions == 0) return element;
    const std::string list = array_of(element, column.array_dimensions);
    return is_parsed(column) ? list : "string | " + list;
  }

 private:
  static std::string scalar(const Column& column, std::string_view type, Imports& imports) {
    if (column.base_kind != "enum") return with_scalars(type, imports);
    return imports.use(enum_path(*column.base_schema, column.base_name),
                       pascal_case(column.base_name));
  }

  static bool is_parsed(const Column& array) {
    return !entry_of(array).element.empty() && !is_array_of_domain(array);
  }
};

}  // namespace

std::unique_ptr<ValueTypes> postgres_values() { return std::make_unique<PostgresValues>(); }

}  // namespace ddltrail::typescript
