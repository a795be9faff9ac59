#include "model/change.h"

#include <fmt/format.h>

namespace ddltrail {
namespace {

std::string text(const Json& operation, const char* key) {
  const auto found = operation.find(key);
  if (found == operation.end() || found->is_null()) return "none";
  return found->is_string() ? found->get<std::string>() : found->dump();
}

/// How an operation reads; {0}, {1}, {2} are the values of the keys.
struct Phrase {
  std::string_view op;
  const char* format;
  std::array<const char*, 3> keys;
};

constexpr Phrase kPhrases[] = {
    {"create", "created", {}},
    {"drop", "dropped", {}},
    {"rename", "renamed from {} to {}", {"from", "to"}},
    {"set_schema", "moved from schema {} to {}", {"from", "to"}},
    {"comment", "comment set to {}", {"to"}},
    {"alter_owner", "owner changed from {} to {}", {"from", "to"}},
    {"grant", "privileges changed", {}},
    {"add_column", "added column {} {}", {"column", "type"}},
    {"drop_column", "dropped column {}", {"column"}},
    {"rename_column", "renamed column {} to {}", {"from", "to"}},
    {"alter_column_type", "changed type of column {} from {} to {}", {"column", "from", "to"}},
    {"set_not_null", "set column {} not null", {"column"}},
    {"drop_not_null", "dropped not null of column {}", {"column"}},
    {"alter_column_default",
     "changed default of column {} from {} to {}",
     {"column", "from", "to"}},
    {"alter_column_identity",
     "changed identity of column {} from {} to {}",
     {"column", "from", "to"}},
    {"alter_column_generated",
     "changed expression of generated column {} from {} to {}",
     {"column", "from", "to"}},
    {"comment_column", "commented column {}", {"column"}},
    {"add_constraint", "added {} {} on {}", {"kind", "constraint", "columns"}},
    {"drop_constraint", "dropped {} {} on {}", {"kind", "constraint", "columns"}},
    {"alter_constraint", "altered {} {}", {"kind", "constraint"}},
    {"rename_constraint", "renamed constraint {} to {}", {"from", "to"}},
    {"add_enum_value", "added value {}", {"value"}},
    {"rename_enum_value", "renamed value {} to {}", {"from", "to"}},
    {"drop_enum_value", "dropped value {}", {"value"}},
    {"alter_view", "changed its query", {}},
    {"alter_definition", "changed its definition", {}},
    {"other", "{}", {"command"}},
};

std::string phrase(const Json& operation) {
  const std::string op = text(operation, "op");
  for (const Phrase& candidate : kPhrases) {
    if (candidate.op != op) continue;
    std::array<std::string, 3> values;
    for (std::size_t i = 0; i < values.size(); ++i)
      if (candidate.keys[i]) values[i] = text(operation, candidate.keys[i]);
    return fmt::format(fmt::runtime(candidate.format), values[0], values[1], values[2]);
  }
  return op;
}

}  // namespace

bool is_drop(const Change& change) {
  if (change.action == "drop") return true;
  if (change.action != "inferred" && change.action != "reconcile") return false;
  return change.definition.is_null() && !change.details.empty() &&
         change.details.front().value("op", "") == "drop";
}

std::string sentence(const Change& change) {
  if (change.action == "baseline") return "existed when the log began";
  std::string result;
  for (const Json& operation : change.details)
    result += (result.empty() ? "" : "; ") + phrase(operation);
  return result.empty() ? change.action : result;
}

}  // namespace ddltrail
