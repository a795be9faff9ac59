#include "generate/typescript/camel_case.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"

namespace ddltrail::typescript {
namespace {

/// Lower-case letters, and how far before them their upper case is.
struct Letters {
  char32_t first, last, distance;
};

constexpr Letters kLetters[] = {{'a', 'z', 0x20},
                                {0xE0, 0xF6, 0x20},
                                {0xF8, 0xFE, 0x20},
                                {0x0430, 0x044F, 0x20},
                                {0x0450, 0x045F, 0x50}};

struct Range {
  char32_t first, last;
};

/// Characters without case: signs, the scripts of the Near East, India and East Asia, pictures.
constexpr Range kWithoutCase[] = {
    {0, '@'},           {'[', '`'},        {'{', 0xA9},      {0xAB, 0xB4},     {0xB6, 0xB9},
    {0xBB, 0xBF},       {0xD7, 0xD7},      {0xF7, 0xF7},     {0x0300, 0x0344}, {0x0346, 0x036F},
    {0x0590, 0x109F},   {0x2000, 0x2070},  {0x20A0, 0x20BF}, {0x2190, 0x23FF}, {0x2500, 0x2BFF},
    {0x2E80, 0xA63F},   {0xAC00, 0xD7A3},  {0xF900, 0xFAFF}, {0xFFFD, 0xFFFD}, {0x1F000, 0x1F0FF},
    {0x1F300, 0x1FAFF}, {0x20000, 0x3FFFD}};

/// `distance_factor`: 0 for lower case, 1 for upper case.
const Letters* letters_with(char32_t point, char32_t distance_factor) {
  const auto* found = std::find_if(std::begin(kLetters), std::end(kLetters), [&](const auto& each) {
    const char32_t shift = each.distance * distance_factor;
    return point >= each.first - shift && point <= each.last - shift;
  });
  return found == std::end(kLetters) ? nullptr : found;
}

const Letters* lower_letters(char32_t point) { return letters_with(point, 0); }
const Letters* upper_letters(char32_t point) { return letters_with(point, 1); }

char32_t upper(char32_t point) {
  const Letters* letters = lower_letters(point);
  return letters ? point - letters->distance : point;
}

char32_t lower(char32_t point) {
  const Letters* letters = upper_letters(point);
  return letters ? point + letters->distance : point;
}

bool is_upper(char32_t point) { return upper_letters(point) != nullptr; }
bool is_digit(char32_t point) { return point >= '0' && point <= '9'; }

bool is_without_case(char32_t point) {
  return std::any_of(std::begin(kWithoutCase), std::end(kWithoutCase), [&](const Range& range) {
    return point >= range.first && point <= range.last;
  });
}

std::u32string code_points(std::string_view text) {
  std::u32string points;
  while (!text.empty()) points += next_code_point(text);
  return points;
}

std::string utf8(const std::u32string& points) {
  std::string text;
  for (const char32_t point : points) append_utf8(text, point);
  return text;
}

/// The plugin's answer to whether an underscore parts a character from the one before it.
bool begins_word(char32_t before, char32_t point, const std::u32string& out,
                 const CamelCase& options) {
  if (is_upper(point)) return options.underscore_between_uppercase_letters || !is_upper(before);
  return options.underscore_before_digits && is_digit(point) && !is_digit(before) &&
         !out.ends_with(U'_');
}

}  // namespace

bool has_known_letters(std::string_view name) {
  const std::u32string points = code_points(name);
  return std::all_of(points.begin(), points.end(), [](char32_t point) {
    return is_without_case(point) || lower_letters(point) || upper_letters(point);
  });
}

std::string plugin_camel_case(std::string_view name) {
  const std::u32string points = code_points(name);
  std::u32string out = points.substr(0, 1);
  for (std::size_t i = 1; i < points.size(); ++i)
    if (points[i] != '_') out += points[i - 1] == '_' ? upper(points[i]) : points[i];
  return utf8(out);
}

std::string plugin_snake_case(std::string_view name, const CamelCase& options) {
  const std::u32string points = code_points(name);
  if (points.empty()) return "";
  std::u32string out(1, lower(points[0]));
  for (std::size_t i = 1; i < points.size(); ++i) {
    if (begins_word(points[i - 1], points[i], out, options)) out += U'_';
    out += lower(points[i]);
  }
  return utf8(out);
}

}  // namespace ddltrail::typescript
