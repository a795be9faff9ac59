// How a contract row reaches a struct: each struct lists its members once, in the order of the
// contract, and the readers of database rows and of JSON are made from that list.
#pragma once

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace ddltrail {

using Json = nlohmann::json;

/// One member of a struct and the contract column that it mirrors.
template <class Struct, class Member>
struct Field {
  std::string_view name;
  Member Struct::*member;
  bool is_compared = true;  ///< schemas that differ in nothing else are the same
};
inline constexpr bool kNotCompared = false;
// clang deduces them of aggregates only from version 17 on.
template <class Struct, class Member>
Field(std::string_view, Member Struct::*) -> Field<Struct, Member>;
template <class Struct, class Member>
Field(std::string_view, Member Struct::*, bool) -> Field<Struct, Member>;

/// Specialised for every struct that mirrors a relation:
///   static constexpr std::string_view kRelation;
///   static constexpr auto kFields = std::tuple{Field{...}, ...};
/// and where rows of it stand in a schema
///   static constexpr auto kKey = std::tuple{&Struct::member, ...};
template <class Struct>
struct Mirror;

/// The values of the key of a row, for comparing.
template <class Struct>
auto key_values(const Struct& row) {
  return std::apply([&](auto... member) { return std::tie(row.*member...); }, Mirror<Struct>::kKey);
}

/// Puts rows in the order of their key. They are large: each is moved once.
template <class Struct>
void sort_rows(std::vector<Struct>& rows) {
  std::vector<Struct*> order;
  order.reserve(rows.size());
  for (Struct& row : rows) order.push_back(&row);
  const auto is_before = [](const Struct* a, const Struct* b) {
    return key_values(*a) < key_values(*b);
  };
  if (std::is_sorted(order.begin(), order.end(), is_before)) return;
  std::sort(order.begin(), order.end(), is_before);
  std::vector<Struct> sorted;
  sorted.reserve(rows.size());
  for (Struct* row : order) sorted.push_back(std::move(*row));
  rows = std::move(sorted);
}

/// A row of a database, as text: the same for both engines.
class Row {
 public:
  virtual ~Row() = default;
  /// Nothing for NULL. Valid until the reader moves on.
  virtual std::optional<std::string_view> text(int column) const = 0;
};

/// Reads one value in the text form of either engine (booleans: t, f, 1, 0; json: text).
void read_value(std::optional<std::string_view> text, std::string& value);
void read_value(std::optional<std::string_view> text, std::int64_t& value);
void read_value(std::optional<std::string_view> text, bool& value);
void read_value(std::optional<std::string_view> text, std::vector<std::string>& value);
void read_value(std::optional<std::string_view> text, Json& value);
template <class Value>
void read_value(std::optional<std::string_view> text, std::optional<Value>& value) {
  value.reset();
  if (text) read_value(text, value.emplace());
}

/// Throws std::exception where it is none: a fraction may be out of the range of integers.
void require_integer(const Json& json);

/// Throws std::exception where it is another kind of value.
template <class Value>
void read_value(const Json& json, Value& value) {
  if constexpr (std::is_integral_v<Value> && !std::is_same_v<Value, bool>) require_integer(json);
  value = json.get<Value>();
}
template <class Value>
void read_value(const Json& json, std::optional<Value>& value) {
  value.reset();
  if (!json.is_null()) read_value(json, value.emplace());
}

template <class Value>
Json write_value(const Value& value) {
  return value;
}
template <class Value>
Json write_value(const std::optional<Value>& value) {
  return value ? Json(*value) : Json(nullptr);
}

/// The columns of the mirrored relation, as a SELECT list.
template <class Struct>
std::string select_list() {
  std::string list;
  std::apply(
      [&](const auto&... field) {
        ((list += (list.empty() ? "\"" : ", \"") + std::string(field.name) + '"'), ...);
      },
      Mirror<Struct>::kFields);
  return list;
}

/// `row` has the columns of select_list<Struct>(), beginning at `column`.
template <class Struct>
Struct read_row(const Row& row, int column = 0) {
  Struct result;
  std::apply(
      [&](const auto&... field) { (read_value(row.text(column++), result.*(field.member)), ...); },
      Mirror<Struct>::kFields);
  return result;
}

/// Reads a row that was written as JSON; unknown keys are ignored, missing ones are null. Throws
/// nlohmann::json::exception.
template <class Struct>
Struct read_json(const Json& json) {
  Struct result;
  const auto value_of = [&](std::string_view name) {
    const auto found = json.find(name);
    return found == json.end() ? Json(nullptr) : *found;
  };
  std::apply(
      [&](const auto&... field) {
        (read_value(value_of(field.name), result.*(field.member)), ...);
      },
      Mirror<Struct>::kFields);
  return result;
}

template <class Struct>
Json write_json(const Struct& value) {
  Json json = Json::object();
  std::apply(
      [&](const auto&... field) {
        ((json[std::string(field.name)] = write_value(value.*(field.member))), ...);
      },
      Mirror<Struct>::kFields);
  return json;
}

}  // namespace ddltrail
