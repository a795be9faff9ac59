// UTF-8, one code point at a time.
#pragma once

#include <string>
#include <string_view>

namespace ddltrail {

/// Takes one code point off the front of a text that is not empty; malformed bytes come out as
/// U+FFFD.
char32_t next_code_point(std::string_view& text);

void append_utf8(std::string& out, char32_t point);

/// The text with U+FFFD for malformed bytes.
std::string well_formed(std::string_view text);

}  // namespace ddltrail
