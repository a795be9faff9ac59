// JSON as it is stored. What definitions consist of takes a fraction of the time that dump() of the
// library takes, which matters to every schema statement.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <utility>

namespace ddltrail {

using Json = nlohmann::ordered_json;

/// Without white space; bytes that are not UTF-8 are replaced.
void append_json(std::string& text, const Json& json);
void append_json(std::string& text, const std::string& value);

std::string to_text(const Json& json);

/// The two brackets with what `append_item(text, item)` appends for each item between them.
template <class Items, class AppendItem>
void append_list(std::string& text, const char (&brackets)[3], const Items& items,
                 AppendItem append_item) {
  text += brackets[0];
  bool is_first = true;
  for (const auto& item : items) {
    if (!std::exchange(is_first, false)) text += ',';
    append_item(text, item);
  }
  text += brackets[1];
}

}  // namespace ddltrail
