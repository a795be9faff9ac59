#include "generate/selection.h"

#include <algorithm>

#include "base/error.h"
#include "base/utf8.h"

namespace ddltrail {
namespace {

std::u32string characters(std::string_view text) {
  std::u32string out;
  while (!text.empty()) out += next_code_point(text);
  return out;
}

std::vector<std::u32string> patterns(const char* setting, const std::vector<std::string>& texts) {
  std::vector<std::u32string> out;
  for (const std::string& text : texts) {
    if (text.find('.') == std::string::npos)
      throw Error("a pattern names no schema", std::string(setting) + " = \"" + text + "\"",
                  "Write it like public.orders, public.* or *.orders.");
    out.push_back(characters(text));
  }
  return out;
}

/// A star takes as little as it can; where the rest does not fit, the last one takes one more.
bool matches(std::u32string_view pattern, std::u32string_view text) {
  std::size_t at = 0, in = 0, star = pattern.npos, taken = 0;
  while (in < text.size()) {
    if (at < pattern.size() && pattern[at] == '*') {
      star = at++;
      taken = in;
    } else if (at < pattern.size() && (pattern[at] == '?' || pattern[at] == text[in])) {
      ++at;
      ++in;
    } else if (star != pattern.npos) {
      at = star + 1;
      in = ++taken;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', at) == pattern.npos;
}

bool any_matches(const std::vector<std::u32string>& patterns, std::u32string_view text) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const std::u32string& pattern) { return matches(pattern, text); });
}

bool is_partition(const Object& object) {
  const auto* table = std::get_if<TableObject>(&object);
  return table && table->table.is_partition;
}

}  // namespace

Selection::Selection(const std::vector<std::string>& include,
                     const std::vector<std::string>& exclude)
    : include_(patterns("generate.include", include)),
      exclude_(patterns("generate.exclude", exclude)) {}

Selection& Selection::fold_partitions() {
  folds_partitions_ = true;
  return *this;
}

bool Selection::holds(const Object& object) const {
  if (folds_partitions_ && is_partition(object)) return false;
  if (include_.empty() && exclude_.empty()) return true;
  if (const auto* routine = std::get_if<RoutineSignature>(&object))
    return holds(routine->schema_name, routine->routine_name);
  const ObjectKey key = key_of(object);
  const bool is_always_held = key.family == Family::kIndex ||
                              key.family == Family::kCompositeType ||
                              key.family == Family::kRangeType;
  return is_always_held || holds(key.schema, key.name);
}

bool Selection::holds(std::string_view schema, std::string_view name) const {
  const std::u32string text = characters(schema) + U'.' + characters(name);
  return (include_.empty() || any_matches(include_, text)) && !any_matches(exclude_, text);
}

}  // namespace ddltrail
