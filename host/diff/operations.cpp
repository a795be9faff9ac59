#include "diff/operations.h"

#include <algorithm>

#include "base/contains.h"

namespace ddltrail {
namespace {

/// The operation that ALTER COLUMN has for it.
Json column_operation(const Json& operation, const std::string& column) {
  const std::string property = operation.value("property", operation.value("op", ""));
  Json result{{"column", column}, {"from", operation.at("from")}, {"to", operation.at("to")}};
  if (property == "data_type") {
    result["op"] = "alter_column_type";
  } else if (property == "is_nullable") {
    return {{"op", operation.at("to") == true ? "drop_not_null" : "set_not_null"},
            {"column", column}};
  } else if (property == "default_expression") {
    result["op"] = "alter_column_default";
  } else if (property == "identity") {
    result["op"] = "alter_column_identity";
  } else if (property == "generation_expression") {
    result["op"] = "alter_column_generated";
  } else if (property == "comment") {
    result["op"] = "comment_column";
  } else {
    result["op"] = "alter_property";
    result["property"] = property;
  }
  return result;
}

/// The label beside which a new one stands: the one before it, or, at the beginning, after it.
Json added_value(const std::vector<std::string>& values, std::size_t place) {
  Json operation{{"op", "add_enum_value"}, {"value", values[place]}};
  if (place > 0) {
    operation["after"] = values[place - 1];
  } else if (values.size() > 1) {
    operation["before"] = values[1];
  }
  return operation;
}

/// The values that the other side has too, in their order here.
std::vector<std::string> common(const std::vector<std::string>& values,
                                const std::vector<std::string>& other) {
  std::vector<std::string> result;
  for (const std::string& value : values)
    if (contains(other, value)) result.push_back(value);
  return result;
}

}  // namespace

Json property_operation(std::string_view property, Json from, Json to) {
  Json operation{{"from", std::move(from)}, {"to", std::move(to)}};
  if (property == "owner") {
    operation["op"] = "alter_owner";
  } else if (property == "comment") {
    operation["op"] = "comment";
  } else if (property == "definition") {
    operation["op"] = "alter_definition";
  } else {
    operation["op"] = "alter_property";
    operation["property"] = property;
  }
  return operation;
}

Json column_operations(const Column& before, const Column& after) {
  Json details = Json::array();
  for (const Json& operation : operations(before, after))
    details.push_back(column_operation(operation, after.column_name));
  return details;
}

Json enum_operations(const EnumType& before, const EnumType& after) {
  Json details = operations(before, after, {"values"});
  for (const std::string& value : before.values)
    if (!contains(after.values, value))
      details.push_back({{"op", "drop_enum_value"}, {"value", value}});
  for (std::size_t place = 0; place < after.values.size(); ++place)
    if (!contains(before.values, after.values[place]))
      details.push_back(added_value(after.values, place));
  if (const auto from = common(before.values, after.values),
      to = common(after.values, before.values);
      from != to)
    details.push_back(property_operation("order", from, to));
  return details;
}

}  // namespace ddltrail
