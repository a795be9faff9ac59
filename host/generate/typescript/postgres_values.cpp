#include <algorithm>
#include <iterator>

#include "generate/typescript/described_type.h"
#include "generate/typescript/paths.h"
#include "generate/typescript/range_values.h"
#include "generate/typescript/type_files.h"
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
    {"int8", "string", "BigIntInput", "string"},
    {"numeric", "string", "DecimalInput", "number"},
    {"money", "string", "DecimalInput", "string"},
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
    {"date", "Date", "DateInput", "Date"},
    {"timestamp", "Date", "DateInput", "Date"},
    {"timestamptz", "Date", "DateInput", "Date"},
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
  for (const char* name : {"BigIntInput", "Circle", "DateInput", "DecimalInput", "Interval", "Json",
                           "JsonInput", "Point"})
    if (first == name) imports.use(kScalars, name);
  return std::string(type);
}

bool is_composite_type(const Column& column, const Catalog& catalog) {
  return column.base_kind == "composite" &&
         catalog.find({Family::kCompositeType, *column.base_schema, column.base_name});
}

/// Whether the driver can be given a list: it parts the elements by commas, which is not how boxes
/// are parted, and takes lists in lists for more dimensions, which the arrays behind a domain are
/// not.
bool takes_list(const Column& array, const Column& element) {
  const bool is_box = array.base_schema == "pg_catalog" && array.base_name == "box";
  return !is_box && element.array_dimensions == 0;
}

class PostgresValues : public ValueTypes {
 public:
  explicit PostgresValues(PostgresValueOptions options) : options_(options) {}

  std::string select(const Column& column, const Scope& scope) const override {
    if (const Domain* domain = domain_to_name(column, scope.catalog))
      return use_domain(*domain, scope);
    if (column.array_dimensions == 0) return scalar(column, entry_of(column).select, scope);
    if (!is_parsed(column, scope.catalog)) return "string";
    if (!options_.has_parsers)
      return array_of(with_scalars(entry_of(column).element, scope.imports),
                      column.array_dimensions);
    const Column element = element_of(column, scope.catalog);
    return array_of(select(element, scope), dimensions_outside(column, element));
  }

  std::string insert(const Column& column, const Scope& scope) const override {
    if (const Domain* domain = domain_to_name(column, scope.catalog))
      return insert_of_domain(*domain, scope);
    if (column.array_dimensions == 0) return insert_of_scalar(column, scope);
    const Column element = element_of(column, scope.catalog);
    if (!takes_list(column, element)) return "string";
    const std::string list = array_of(insert(element, scope), dimensions_outside(column, element));
    return is_left_as_text(column) ? "string | " + list : list;
  }

 private:
  /// Nothing where the file of the domain would say fewer dimensions than the column has.
  static const Domain* domain_to_name(const Column& column, const Catalog& catalog) {
    const Domain* domain = domain_of(column, catalog);
    if (!domain) return nullptr;
    const Column below = describe_type(domain->data_type, catalog);
    return below.array_dimensions == column.array_dimensions ? domain : nullptr;
  }

  static std::string use_domain(const Domain& domain, const Scope& scope) {
    return scope.imports.use(domain_path(domain.schema_name, domain.domain_name),
                             domain_name(domain.domain_name));
  }

  /// The name of the domain, where it says what can be written.
  std::string insert_of_domain(const Domain& domain, const Scope& scope) const {
    if (options_.has_brands) return use_domain(domain, scope);
    const Column below = describe_type(domain.data_type, scope.catalog);
    Imports unused("");
    const Scope aside{unused, scope.catalog};
    const bool is_the_same = insert(below, aside) == select(below, aside);
    return is_the_same ? use_domain(domain, scope) : insert(below, scope);
  }

  std::string scalar(const Column& column, std::string_view type, const Scope& scope) const {
    if (has_enum_file(column, scope.catalog))
      return scope.imports.use(enum_path(*column.base_schema, column.base_name),
                               enum_name(column.base_name));
    if (options_.has_parsers && is_composite_type(column, scope.catalog))
      return scope.imports.use(composite_path(*column.base_schema, column.base_name),
                               composite_name(column.base_name));
    if (const auto ranges = parsed_ranges(column, scope)) return type_of(*ranges, scope);
    return with_scalars(type, scope.imports);
  }

  std::string insert_of_scalar(const Column& column, const Scope& scope) const {
    if (column.base_kind == "composite")
      return options_.has_parsers ? "string | " + scope.imports.use(kScalars, "Composite")
                                  : "string";
    if (const auto ranges = parsed_ranges(column, scope))
      return "string | " + (ranges->is_multirange ? scope.imports.use(kScalars, "Multirange")
                                                  : type_of(*ranges, scope));
    return scalar(column, entry_of(column).insert, scope);
  }

  std::optional<RangeValues> parsed_ranges(const Column& column, const Scope& scope) const {
    return options_.has_parsers ? range_values(column, scope.catalog) : std::nullopt;
  }

  static std::string type_of(const RangeValues& ranges, const Scope& scope) {
    const std::string range =
        ranges.type
            ? scope.imports.use(range_path(ranges.type->schema_name, ranges.type->type_name),
                                range_name(ranges.type->type_name))
            : scope.imports.use(kScalars, "Range") + "<" + ranges.bounds + ">";
    return ranges.is_multirange ? array_of(range, 1) : range;
  }

  static std::int64_t dimensions_outside(const Column& array, const Column& element) {
    return std::max<std::int64_t>(array.array_dimensions - element.array_dimensions, 1);
  }

  /// The driver, as it is, does not know the array type, and returns the text.
  static bool is_left_as_text(const Column& array) {
    return entry_of(array).element.empty() || is_array_of_domain(array);
  }

  /// The parsers leave out what is an array of rows of a table.
  bool is_parsed(const Column& array, const Catalog& catalog) const {
    if (!options_.has_parsers) return !is_left_as_text(array);
    return array.base_kind != "composite" || is_composite_type(array, catalog) ||
           is_array_of_domain(array);
  }

  PostgresValueOptions options_;
};

}  // namespace

std::unique_ptr<ValueTypes> postgres_values(PostgresValueOptions options) {
  return std::make_unique<PostgresValues>(options);
}

}  // namespace ddltrail::typescript
