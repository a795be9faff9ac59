// Rows as JSON text, written at once: what building Json values and printing them gives, without
// the many small allocations of that, which cost more than reading the rows.
#pragma once

#include <algorithm>
#include <array>

#include "model/row.h"

namespace ddltrail {

/// Each appends the text of a value as Json::dump() has it; malformed bytes become U+FFFD.
void append_json(std::string& out, const std::string& value);
void append_json(std::string& out, std::int64_t value);
void append_json(std::string& out, bool value);
void append_json(std::string& out, const std::vector<std::string>& value);
void append_json(std::string& out, const Json& value);

/// Appends `"name":value`, after a comma where the object has begun; nothing for null.
template <class Value>
void append_member(std::string& out, std::string_view name, const Value& value) {
  if constexpr (std::is_same_v<Value, Json>)
    if (value.is_null()) return;
  if (!out.ends_with('{')) out += ',';
  out.append(1, '"').append(name).append("\":");
  append_json(out, value);
}
template <class Value>
void append_member(std::string& out, std::string_view name, const std::optional<Value>& value) {
  if (value) append_member(out, name, *value);
}

/// A member of a struct by its place in the mirror.
template <class Struct>
struct MemberWriter {
  std::string_view name;
  void (*append)(std::string& out, const Struct& row);
};

template <class Struct, std::size_t Place>
void append_field(std::string& out, const Struct& row) {
  constexpr auto kField = std::get<Place>(Mirror<Struct>::kFields);
  append_member(out, kField.name, row.*(kField.member));
}

/// The members in the order of their names.
template <class Struct>
constexpr auto member_writers() {
  constexpr auto kCount = std::tuple_size_v<decltype(Mirror<Struct>::kFields)>;
  auto writers = [&]<std::size_t... Place>(std::index_sequence<Place...>) {
    return std::array{MemberWriter<Struct>{std::get<Place>(Mirror<Struct>::kFields).name,
                                           append_field<Struct, Place>}...};
  }
  (std::make_index_sequence<kCount>());
  std::sort(writers.begin(), writers.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  return writers;
}

/// Appends a row as an object, its keys in alphabetical order, without what is null.
template <class Struct>
void append_row(std::string& out, const Struct& row) {
  static constexpr auto kWriters = member_writers<Struct>();
  out += '{';
  for (const auto& writer : kWriters) writer.append(out, row);
  out += '}';
}

/// Appends rows to an array that has begun.
template <class Rows>
void append_items(std::string& out, const Rows& rows) {
  for (const auto& row : rows) {
    if (!out.ends_with('[')) out += ',';
    append_row(out, row);
  }
}

/// Appends rows as an array.
template <class Rows>
void append_rows(std::string& out, const Rows& rows) {
  out += '[';
  append_items(out, rows);
  out += ']';
}

}  // namespace ddltrail
