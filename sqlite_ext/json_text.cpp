#include "json_text.h"

#include <utility>

namespace ddltrail {
namespace {

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Nothing to be escaped, and nothing outside of ASCII.
bool is_plain(const std::string& text) {
  bool is_plain = true;
  for (const char c : text) is_plain &= c >= ' ' && c < 127 && c != '"' && c != '\\';
  return is_plain;
}

void append_quoted(std::string& text, const std::string& plain) {
  text.append(1, '"').append(plain).append(1, '"');
}

void append(std::string& text, const Json::object_t& object) {
  char before = '{';
  for (const auto& [key, value] : object) {
    text += std::exchange(before, ',');
    append_quoted(text, key);  // a name that we gave
    text += ':';
    append_json(text, value);
  }
  text += object.empty() ? "{}" : "}";
}

void append(std::string& text, const Json::array_t& array) {
  char before = '[';
  for (const auto& value : array) {
    text += std::exchange(before, ',');
    append_json(text, value);
  }
  text += array.empty() ? "[]" : "]";
}

}  // namespace

void append_json(std::string& text, const std::string& value) {
  if (is_plain(value))
    append_quoted(text, value);
  else
    text += dump(value);
}

void append_json(std::string& text, const Json& json) {
  switch (json.type()) {
    case Json::value_t::null:
      text += "null";
      break;
    case Json::value_t::boolean:
      text += json.get<bool>() ? "true" : "false";
      break;
    case Json::value_t::number_integer:
      text += std::to_string(json.get<std::int64_t>());
      break;
    case Json::value_t::string:
      append_json(text, json.get_ref<const std::string&>());
      break;
    case Json::value_t::object:
      append(text, json.get_ref<const Json::object_t&>());
      break;
    case Json::value_t::array:
      append(text, json.get_ref<const Json::array_t&>());
      break;
    default:
      text += dump(json);
  }
}

std::string to_text(const Json& json) {
  std::string text;
  append_json(text, json);
  return text;
}

}  // namespace ddltrail
