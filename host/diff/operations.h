// The operations that turn one row into another, as change_log has them in `details`.
#pragma once

#include <algorithm>

#include "contract_mirrors.h"
#include "model/schema.h"

namespace ddltrail {

/// An operation for every compared value that is not the same, but those of `ignored`.
template <class Struct>
Json operations(const Struct& before, const Struct& after,
                std::initializer_list<std::string_view> ignored = {});

/// {"op": "alter_property", ...}, or the operation that owners and comments have.
Json property_operation(std::string_view property, Json from, Json to);

Json column_operations(const Column& before, const Column& after);
Json enum_operations(const EnumType& before, const EnumType& after);

template <class Struct>
Json operations(const Struct& before, const Struct& after,
                std::initializer_list<std::string_view> ignored) {
  Json details = Json::array();
  const auto compare = [&](const auto& field) {
    const auto& from = before.*(field.member);
    const auto& to = after.*(field.member);
    if (field.is_compared && from != to &&
        std::find(ignored.begin(), ignored.end(), field.name) == ignored.end())
      details.push_back(property_operation(field.name, write_value(from), write_value(to)));
  };
  std::apply([&](const auto&... field) { (compare(field), ...); }, Mirror<Struct>::kFields);
  return details;
}

}  // namespace ddltrail
