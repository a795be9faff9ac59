#include "base/utf8.h"

namespace ddltrail {

constexpr char32_t kReplacement = 0xFFFD;

/// The smallest code point that takes so many bytes.
constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};

char32_t next_code_point(std::string_view& text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(0);
  const std::size_t length = first < 0x80 ? 1 : first >> 5 == 6 ? 2 : first >> 4 == 14 ? 3 : 4;
  char32_t point = length == 1 ? first : first & (0x7f >> length);
  bool is_valid = length == 1 || (first >= 0xC2 && first <= 0xF4 && length <= text.size());
  for (std::size_t i = 1; is_valid && i < length; ++i) {
    is_valid = byte(i) >> 6 == 2;
    point = point << 6 | (byte(i) & 0x3f);
  }
  is_valid = is_valid && point >= kSmallest[length] && !(point >= 0xD800 && point <= 0xDFFF) &&
             point <= 0x10FFFF;
  text.remove_prefix(is_valid ? length : 1);
  return is_valid ? point : kReplacement;
}

void append_utf8(std::string& out, char32_t point) {
  const auto tail = [&](int shift) { out += static_cast<char>(0x80 | ((point >> shift) & 0x3f)); };
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += static_cast<char>(0xC0 | point >> 6);
    tail(0);
  } else if (point < 0x10000) {
    out += static_cast<char>(0xE0 | point >> 12);
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0 | point >> 18);
    tail(12);
    tail(6);
    tail(0);
  }
}

std::string well_formed(std::string_view text) {
  std::string out;
  while (!text.empty()) append_utf8(out, next_code_point(text));
  return out;
}

}  // namespace ddltrail
