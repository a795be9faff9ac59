#include "json_text.h"

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

void append_member(std::string& text, const Json::object_t::value_type& member) {
  append_quoted(text, member.first);  // a name that we gave
  text += ':';
  append_json(text, member.second);
}

void append_value(std::string& text, const Json& value) { append_json(text, value); }

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
      append_list(text, "{}", json.get_ref<const Json::object_t&>(), append_member);
      break;
    case Json::value_t::array:
      append_list(text, "[]", json.get_ref<const Json::array_t&>(), append_value);
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
