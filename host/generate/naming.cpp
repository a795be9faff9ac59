#include "generate/naming.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/hash.h"

namespace ddltrail {
namespace {

/// Windows opens devices under these names, whatever the extension.
bool is_device(std::string_view name) {
  constexpr std::array<std::string_view, 4> kDevices{"con", "prn", "aux", "nul"};
  const bool is_port =
      name.size() == 4 && (name.starts_with("com") || name.starts_with("lpt")) && is_digit(name[3]);
  return is_port || std::find(kDevices.begin(), kDevices.end(), name) != kDevices.end();
}

}  // namespace

std::string short_hash(std::string_view name) { return stable_hash(name).substr(0, 10); }

std::string file_stem(std::string_view name) {
  constexpr std::size_t kLongest = 100;
  std::string stem;
  for (const char c : name)
    if (is_lower(lower(c)) || is_digit(c) || c == '_') stem += lower(c);
  const bool is_safe = stem == name && !stem.empty() && !is_device(stem) && stem.size() <= kLongest;
  if (is_safe) return stem;
  return stem.substr(0, kLongest) + "-" + short_hash(name);
}

std::string pascal_case(std::string_view name) {
  std::string result;
  bool begins_word = true;
  bool is_whole = true;
  for (const char c : name) {
    const bool is_letter = is_lower(c) || is_upper(c);
    if (is_letter || (is_digit(c) && !result.empty())) {
      result += begins_word ? upper(c) : c;
      begins_word = false;
    } else {
      is_whole = is_whole && (c == '_' || c == '-' || c == ' ' || c == '.');
      begins_word = true;
    }
  }
  if (is_whole && !result.empty()) return result;
  return (result.empty() ? "T" : result) + "_" + short_hash(name);
}

std::string camel_case(std::string_view name) {
  std::string result = pascal_case(name);
  result.front() = lower(result.front());
  return result;
}

}  // namespace ddltrail
