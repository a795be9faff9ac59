#include "generate/typescript/described_type.h"

#include <algorithm>

#include "generate/typescript/printed_type.h"
#include "generate/typescript/range_values.h"

namespace ddltrail::typescript {
namespace {

constexpr std::string_view kBrackets = "[]";

const Domain* find_domain(const std::string& schema, const std::string& name,
                          const Catalog& catalog) {
  const Object* object = catalog.find({Family::kDomain, schema, name});
  return object ? &std::get<Domain>(*object) : nullptr;
}

const char* kind_of(const PrintedType& type, const Catalog& catalog) {
  if (type.schema == "pg_catalog") return "base";
  const auto is = [&](Family family) { return catalog.find({family, type.schema, type.name}); };
  if (is(Family::kDomain)) return "domain";
  if (is(Family::kEnum)) return "enum";
  if (is(Family::kCompositeType) || is(Family::kTable)) return "composite";
  if (is(Family::kRangeType)) return "range";
  if (range_of_multirange({type.schema, type.name}, catalog)) return "multirange";
  return "base";
}

void look_through_domain(Column& column, const Domain& domain, const Catalog& catalog) {
  const Column below = describe_type(domain.data_type, catalog);
  column.base_kind = below.base_kind;
  column.base_schema = below.base_schema;
  column.base_name = below.base_name;
  column.array_dimensions += below.array_dimensions;
}

}  // namespace

Column describe_type(const std::string& printed, const Catalog& catalog) {
  const PrintedType type = read_type(printed);
  Column column;
  column.data_type = printed;
  column.type_kind = column.base_kind = kind_of(type, catalog);
  column.type_schema = column.base_schema = type.schema;
  column.type_name = column.base_name = type.name;
  column.array_dimensions = type.is_array ? 1 : 0;
  if (const Domain* domain = find_domain(type.schema, type.name, catalog))
    look_through_domain(column, *domain, catalog);
  return column;
}

bool has_enum_file(const Column& column, const Catalog& catalog) {
  return column.base_kind == "enum" &&
         catalog.find({Family::kEnum, column.base_schema.value_or(""), column.base_name});
}

const Domain* domain_of(const Column& column, const Catalog& catalog) {
  const bool is_domain = column.type_kind == "domain" && !is_array_of_domain(column);
  return is_domain ? find_domain(*column.type_schema, column.type_name, catalog) : nullptr;
}

bool is_array_of_domain(const Column& column) {
  return column.type_kind == "domain" && column.data_type.ends_with(kBrackets);
}

Column element_of(const Column& array, const Catalog& catalog) {
  Column element = array;
  element.array_dimensions = 0;
  if (!is_array_of_domain(array)) return element;
  element.data_type = array.data_type.substr(0, array.data_type.size() - kBrackets.size());
  const Domain* domain = find_domain(array.type_schema.value_or(""), array.type_name, catalog);
  // Where the domain is not known, its own dimensions are all but one.
  element.array_dimensions = domain ? describe_type(domain->data_type, catalog).array_dimensions
                                    : std::max<std::int64_t>(array.array_dimensions - 1, 0);
  return element;
}

}  // namespace ddltrail::typescript
