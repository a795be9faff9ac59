// The texts of SQL in a row, as the server printed them.
#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <type_traits>

#include "contract_mirrors.h"
#include "plan/postgres/routine_body.h"

namespace ddltrail::postgres_plan {

/// Calls visit(text) for each string in it.
template <class Value, class Visit>
void visit_strings(Value& value, const Visit& visit) {
  using Bare = std::remove_const_t<Value>;
  if constexpr (std::is_same_v<Bare, std::string>) {
    visit(value);
  } else if constexpr (std::is_same_v<Bare, std::optional<std::string>>) {
    if (value) visit(*value);
  } else if constexpr (std::is_same_v<Bare, std::optional<Json>>) {
    if (value) visit_strings(*value, visit);
  } else if constexpr (std::is_same_v<Bare, Json>) {
    if (value.is_string()) {
      if constexpr (std::is_const_v<Value>)
        visit(value.template get_ref<const std::string&>());
      else
        visit(value.template get_ref<std::string&>());
    }
    if (value.is_structured())
      for (auto& item : value) visit_strings(item, visit);
  }
}

/// What is for people is no text, nor is the body of a routine that the server has not read.
template <class Row>
bool is_text(const Row& row, std::string_view field) {
  if constexpr (std::is_same_v<Row, Routine>)
    if (field == "definition" && !has_read_body(row)) return false;
  return field != "comment";
}

/// Calls visit(text) for each of a row.
template <class Row, class Visit>
void for_each_text(Row& row, const Visit& visit) {
  std::apply(
      [&](const auto&... field) {
        ((is_text(row, field.name) ? visit_strings(row.*(field.member), visit) : void()), ...);
      },
      Mirror<std::remove_const_t<Row>>::kFields);
}

}  // namespace ddltrail::postgres_plan
