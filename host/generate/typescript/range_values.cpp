#include "generate/typescript/range_values.h"

#include <string_view>

#include "generate/typescript/printed_type.h"

namespace ddltrail::typescript {
namespace {

struct BuiltIn {
  std::string_view range;
  std::string_view multirange;
  const char* bounds;
};

constexpr BuiltIn kBuiltIn[] = {
    {"int4range", "int4multirange", "number"}, {"int8range", "int8multirange", "string"},
    {"numrange", "nummultirange", "string"},   {"daterange", "datemultirange", "Date"},
    {"tsrange", "tsmultirange", "Date"},       {"tstzrange", "tstzmultirange", "Date"}};

std::optional<RangeValues> built_in(std::string_view name) {
  for (const BuiltIn& each : kBuiltIn)
    if (name == each.range || name == each.multirange)
      return RangeValues{name == each.multirange, each.bounds, nullptr};
  return std::nullopt;
}

}  // namespace

std::optional<RangeValues> range_values(const Column& column, const Catalog& catalog) {
  const Name name{column.base_schema.value_or(""), column.base_name};
  if (name.first == "pg_catalog") return built_in(name.second);
  if (column.base_kind == "multirange") {
    const RangeType* type = range_of_multirange(name, catalog);
    return type ? std::optional(RangeValues{true, nullptr, type}) : std::nullopt;
  }
  const Object* object = catalog.find({Family::kRangeType, name.first, name.second});
  return object ? std::optional(RangeValues{false, nullptr, &std::get<RangeType>(*object)})
                : std::nullopt;
}

const RangeType* range_of_multirange(const Name& multirange, const Catalog& catalog) {
  for (const ObjectKey& key : catalog.all(Family::kRangeType)) {
    const auto& type = std::get<RangeType>(*catalog.find(key));
    const PrintedType printed = read_type(type.multirange_type);
    if (Name{printed.schema, printed.name} == multirange) return &type;
  }
  return nullptr;
}

}  // namespace ddltrail::typescript
