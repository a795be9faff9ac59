// Letters and digits of ASCII, whatever the locale: other characters are nobody's upper case.
#pragma once

#include <algorithm>
#include <string>

namespace ddltrail {

constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
constexpr char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr char upper(char c) { return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; }
/// What names without quotes consist of, but for `$`, which begins none.
constexpr bool is_of_word(char c) {
  return is_lower(c) || is_upper(c) || is_digit(c) || c == '_' || (c & 0x80) != 0;
}

inline std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), lower);
  return text;
}

inline std::string upper_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), upper);
  return text;
}

/// The text with a space for each control character: names may hold line breaks and orders to the
/// terminal.
inline std::string one_line(std::string text) {
  const auto is_control = [](char c) { return (c >= 0 && c < ' ') || c == 0x7f; };
  std::replace_if(text.begin(), text.end(), is_control, ' ');
  return text;
}

}  // namespace ddltrail
