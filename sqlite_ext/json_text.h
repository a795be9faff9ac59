// JSON as it is stored. What definitions consist of takes a fraction of the time that dump() of the
// library takes, which matters to every schema statement.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace ddltrail {

using Json = nlohmann::ordered_json;

/// Without white space; bytes that are not UTF-8 are replaced.
void append_json(std::string& text, const Json& json);
void append_json(std::string& text, const std::string& value);

std::string to_text(const Json& json);

}  // namespace ddltrail
