#include "base/text_width.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"

namespace ddltrail {
namespace {

struct Range {
  char32_t first, last;
};

/// What Unicode calls wide or full-width, by and large, and signs that show as pictures.
constexpr Range kWide[] = {{0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0x33FF},
                           {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},
                           {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},
                           {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},   {0x1F300, 0x1F64F},
                           {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};
constexpr Range kWithoutWidth[] = {
    {0x0300, 0x036F}, {0x200B, 0x200D}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}};

template <std::size_t N>
bool is_in(char32_t point, const Range (&ranges)[N]) {
  return std::any_of(std::begin(ranges), std::end(ranges), [&](const Range& range) {
    return point >= range.first && point <= range.last;
  });
}

}  // namespace

int width_of(std::string_view text) {
  const auto is_plain = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  const auto* end = std::find_if_not(text.begin(), text.end(), is_plain);
  int width = static_cast<int>(end - text.begin());
  text.remove_prefix(static_cast<std::size_t>(width));
  while (!text.empty()) {
    const char32_t point = next_code_point(text);
    width += is_in(point, kWithoutWidth) ? 0 : is_in(point, kWide) ? 2 : 1;
  }
  return width;
}

}  // namespace ddltrail
