#include "model/change.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "phrases.h"

namespace ddltrail {
namespace {

/// How operations read, from sql/phrases.json: {"drop_column": "dropped column {column}"}.
const Json& phrases() {
  static const Json kPhrases = Json::parse(phrase_file::kFiles[0].text);
  return kPhrases;
}

std::string text(const Json& value) {
  if (value.is_null()) return "none";
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_array()) return value.dump();
  std::string list;
  for (const Json& item : value) list += (list.empty() ? "" : ", ") + text(item);
  return list;
}

/// The phrase of the operation, or a special one for operations that have a key:
/// "comment.constraint".
std::string format_of(const Json& operation) {
  const std::string op = text(operation.value("op", Json()));
  for (const auto& [key, value] : operation.items())
    if (const auto found = phrases().find(op + "." + key); found != phrases().end()) return *found;
  return phrases().value(op, op);
}

std::string phrase(const Json& operation) {
  const std::string format = format_of(operation);
  std::string result;
  std::size_t at = 0;
  for (std::size_t open; (open = format.find('{', at)) != std::string::npos;) {
    const std::size_t close = format.find('}', open);
    if (close == std::string::npos) break;
    const std::string key = format.substr(open + 1, close - open - 1);
    result += format.substr(at, open - at) + text(operation.value(key, Json()));
    at = close + 1;
  }
  return result + format.substr(at);
}

}  // namespace

bool is_of_table(const Change& change) {
  constexpr std::string_view kKinds[] = {"table", "partitioned table", "foreign table",
                                         "view",  "materialized view", "virtual table"};
  return std::find(std::begin(kKinds), std::end(kKinds), change.object_kind) != std::end(kKinds);
}

bool is_drop(const Change& change) {
  if (change.action == "drop") return true;
  if (change.action != "inferred" && change.action != "reconcile") return false;
  return change.definition.is_null() && !change.details.empty() &&
         change.details.front().value("op", "") == "drop";
}

std::string sentence(const Json& details) {
  std::string result;
  for (const Json& operation : details) result += (result.empty() ? "" : "; ") + phrase(operation);
  return result;
}

std::string sentence(const Change& change) {
  if (change.action == "baseline") return phrases().at("baseline");
  return change.details.empty() ? change.action : sentence(change.details);
}

}  // namespace ddltrail
