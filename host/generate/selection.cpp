#include "generate/selection.h"

#include "base/error.h"
#include "base/utf8.h"

namespace ddltrail {
namespace {

std::u32string characters(std::string_view text) {
  std::u32string out;
  while (!text.empty()) out += next_code_point(text);
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

Selection::Patterns Selection::patterns(const char* setting,
                                        const std::vector<std::string>& texts) {
  Patterns out;
  for (const std::string& text : texts) {
    const std::string whole = std::string(setting) + " = \"" + text + '"';
    if (text.find('.') == std::string::npos)
      throw Error("a pattern names no schema", whole,
                  "Write it like public.orders, public.* or *.orders.");
    unmet_.expect(whole);
    out.push_back({whole, characters(text)});
  }
  return out;
}

/// Tries all of them, so that each is known to meet something.
bool Selection::any_matches(const Patterns& patterns, std::u32string_view text) const {
  bool has_match = false;
  for (const Pattern& pattern : patterns) {
    if (!matches(pattern.text, text)) continue;
    unmet_.meet(pattern.setting);
    has_match = true;
  }
  return has_match;
}

bool Selection::holds(const Object& object) const {
  const bool is_named = names(object);
  return is_named && !(folds_partitions_ && is_partition(object));
}

bool Selection::names(const Object& object) const {
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
  const bool is_included = any_matches(include_, text);
  const bool is_excluded = any_matches(exclude_, text);
  return (include_.empty() || is_included) && !is_excluded;
}

}  // namespace ddltrail
