#include "row.h"

#include <algorithm>
#include <stdexcept>

namespace ddltrail {
namespace {

bool names_schema(const Column& column) {
  return column.name == "schema_name" || column.name.ends_with("_schema");
}

/// Bytes that are not UTF-8 become U+FFFD, as they do where JSON is printed.
Json parse(const std::string& text) {
  Json value = Json::parse(text, nullptr, false);
  if (!value.is_discarded()) return value;
  const auto literal = Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
  return Json::parse(Json::parse(literal).get<std::string>());
}

Json typed_value(const Statement& row, int column, ValueType type) {
  switch (type) {
    case ValueType::kInteger:
      return row.integer(column);
    case ValueType::kBoolean:
      return row.integer(column) != 0;
    case ValueType::kJson:
      return parse(row.text(column));
    default:
      return row.text(column);
  }
}

/// What append_json() writes of a value of the column.
bool is_of(const Column& column, const Json& value) {
  if (value.is_null()) return column.is_nullable;
  switch (column.type) {
    case ValueType::kInteger:
      return value.is_number_integer();
    case ValueType::kBoolean:
      return value.is_boolean();
    case ValueType::kJson:
      return value.is_structured();
    default:
      return value.is_string();
  }
}

}  // namespace

Row::Row(const Relation& relation, const Statement& row) : Row(relation) {
  for (std::size_t i = 0; i < values_.size(); ++i) {
    const Column& column = relation.columns[i];
    const auto place = static_cast<int>(i);
    if (row.is_null(place)) continue;
    values_[i] = names_schema(column) ? "main" : typed_value(row, place, column.type);
  }
}

Row::Row(const Relation& relation, const Json& object) : Row(relation) {
  for (std::size_t i = 0; i < values_.size(); ++i) {
    const Column& column = relation.columns[i];
    const auto found = object.find(column.name);
    if (found != object.end()) values_[i] = *found;
    if (!is_of(column, values_[i])) throw std::invalid_argument("no " + column.name);
  }
}

Json Row::compared() const {
  Json object = Json::object();
  for (std::size_t i = 0; i < values_.size(); ++i) {
    const Column& column = relation_->columns[i];
    if (column.is_compared) object[column.name] = values_[i];
  }
  return object;
}

void append_json(std::string& text, const Row& row) {
  auto value = row.values_.begin();
  append_list(text, "{}", row.relation_->columns, [&](std::string& out, const Column& column) {
    out += column.json_key;
    append_json(out, *value++);
  });
}

bool same_but_for(const Row& a, const Row& b, std::initializer_list<std::string_view> columns) {
  if (a.relation_ != b.relation_) return false;
  for (std::size_t i = 0; i < a.values_.size(); ++i) {
    const auto& name = a.relation_->columns[i].name;
    const bool is_named = std::find(columns.begin(), columns.end(), name) != columns.end();
    if (!is_named && a.values_[i] != b.values_[i]) return false;
  }
  return true;
}

}  // namespace ddltrail
