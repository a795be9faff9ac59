#include "generate/typescript/singular.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "base/ascii.h"

namespace ddltrail::typescript {
namespace {

struct Rule {
  std::string_view ending, singular;
};

/// Whole words.
constexpr Rule kIrregular[] = {{"people", "person"},   {"children", "child"}, {"men", "man"},
                               {"women", "woman"},     {"news", "news"},      {"series", "series"},
                               {"species", "species"}, {"movies", "movie"},   {"cookies", "cookie"},
                               {"caches", "cache"},    {"shoes", "shoe"}};

/// The first that fits counts.
constexpr Rule kEndings[] = {{"sses", "ss"},   {"shes", "sh"},   {"ches", "ch"},   {"xes", "x"},
                             {"tuses", "tus"}, {"nuses", "nus"}, {"ruses", "rus"}, {"puses", "pus"},
                             {"buses", "bus"}, {"iases", "ias"}, {"oes", "o"},     {"ies", "y"},
                             {"ss", "ss"},     {"us", "us"},     {"is", "is"},     {"s", ""}};

/// Where the last word begins.
std::size_t last_word(const std::string& name) {
  for (std::size_t i = name.size(); i-- > 1;) {
    const char before = name[i - 1];
    if (before == '_' || before == '-' || before == ' ' || before == '.') return i;
    if (is_upper(name[i]) && is_lower(before)) return i;
  }
  return 0;
}

template <class Fits>
const Rule* first_of(const Rule* begin, const Rule* end, Fits fits) {
  const Rule* found = std::find_if(begin, end, fits);
  return found == end ? nullptr : found;
}

std::string setting_of(const std::string& name) { return "typescript.singular." + name; }

}  // namespace

Singular::Singular(std::map<std::string, std::string> own)
    : is_wanted_(true), own_(std::move(own)) {
  for (const auto& [name, singular] : own_) unmet_.expect(setting_of(name));
}

const std::string* Singular::own(const std::string& name) const {
  const auto found = own_.find(name);
  if (found == own_.end()) return nullptr;
  unmet_.meet(setting_of(name));
  return &found->second;
}

std::string Singular::of(const std::string& name) const {
  if (!is_wanted_) return name;
  if (const std::string* singular = own(name)) return *singular;
  const std::size_t start = last_word(name);
  return name.substr(0, start) + of_word(name.substr(start));
}

std::string Singular::of_word(const std::string& word) const {
  if (const std::string* singular = own(word)) return *singular;
  const std::string lower = lower_case(word);
  const Rule* rule = first_of(std::begin(kIrregular), std::end(kIrregular),
                              [&](const Rule& each) { return lower == each.ending; });
  if (rule) return word.front() + std::string(rule->singular.substr(1));
  rule = first_of(std::begin(kEndings), std::end(kEndings), [&](const Rule& each) {
    const std::size_t least = each.ending.size() + (each.ending == each.singular ? 0 : 1);
    return lower.size() > least && lower.ends_with(each.ending);
  });
  if (!rule) return word;
  return word.substr(0, word.size() - rule->ending.size()) + std::string(rule->singular);
}

}  // namespace ddltrail::typescript
