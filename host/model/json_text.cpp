#include "model/json_text.h"

namespace ddltrail {
namespace {

bool is_plain(char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; }

}  // namespace

void append_json(std::string& out, const std::string& value) {
  if (std::all_of(value.begin(), value.end(), is_plain))
    out.append(1, '"').append(value).append(1, '"');
  else
    append_json(out, Json(value));
}

void append_json(std::string& out, std::int64_t value) { out += std::to_string(value); }

void append_json(std::string& out, bool value) { out += value ? "true" : "false"; }

void append_json(std::string& out, const std::vector<std::string>& value) {
  out += '[';
  for (const std::string& item : value) {
    if (&item != &value.front()) out += ',';
    append_json(out, item);
  }
  out += ']';
}

void append_json(std::string& out, const Json& value) {
  out += value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace ddltrail
