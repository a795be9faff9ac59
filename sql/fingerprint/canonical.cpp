#include "fingerprint/canonical.h"

#include <algorithm>
#include <vector>

namespace ddltrail {
namespace {

using nlohmann::json;

void append(std::string& text, const json& value);

void append_array(std::string& text, const json& array) {
  text += '[';
  const char* comma = "";
  for (const json& item : array) {
    text += comma;
    append(text, item);
    comma = ", ";
  }
  text += ']';
}

/// The keys of what is not null, short ones first: the order of jsonb.
std::vector<const std::string*> keys_of(const json& object) {
  std::vector<const std::string*> keys;
  for (auto item = object.begin(); item != object.end(); ++item)
    if (!item->is_null()) keys.push_back(&item.key());
  std::stable_sort(keys.begin(), keys.end(), [](const std::string* a, const std::string* b) {
    return a->size() < b->size();
  });
  return keys;
}

void append_object(std::string& text, const json& object) {
  text += '{';
  const char* comma = "";
  for (const std::string* key : keys_of(object)) {
    text += comma;
    append(text, *key);
    text += ": ";
    append(text, object.at(*key));
    comma = ", ";
  }
  text += '}';
}

void append(std::string& text, const json& value) {
  if (value.is_object()) return append_object(text, value);
  if (value.is_array()) return append_array(text, value);
  text += value.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace

std::string canonical_text(const json& value) {
  std::string text;
  append(text, value);
  return text;
}

}  // namespace ddltrail
