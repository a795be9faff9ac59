#include "generate/typescript/syntax.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "base/ascii.h"
#include "base/utf8.h"

namespace ddltrail::typescript {
namespace {

/// Control characters, line separators and the marks that reorder what is shown.
bool is_hidden(char32_t point) {
  return point < 0x20 || (point >= 0x7F && point < 0xA0) || (point >= 0x200B && point <= 0x200F) ||
         (point >= 0x2028 && point <= 0x202E) || (point >= 0x2060 && point <= 0x2069) ||
         point == 0xFEFF || point == 0x061C;
}

void append_escape(std::string& out, char32_t point) {
  out += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(point));
}

void append_escaped(std::string& out, char32_t point) {
  if (is_hidden(point)) {
    append_escape(out, point);
  } else {
    append_utf8(out, point);
  }
}

struct Letters {
  char32_t first, last;
};

/// Letters of most scripts that are parts of words without marks. Names in other ones are quoted,
/// which is as good.
constexpr Letters kLetters[] = {
    {'$', '$'},       {'A', 'Z'},       {'_', '_'},       {'a', 'z'},       {0xAA, 0xAA},
    {0xB5, 0xB5},     {0xBA, 0xBA},     {0xC0, 0xD6},     {0xD8, 0xF6},     {0xF8, 0x2C1},
    {0x370, 0x374},   {0x376, 0x377},   {0x37B, 0x37D},   {0x386, 0x386},   {0x388, 0x38A},
    {0x38C, 0x38C},   {0x38E, 0x3A1},   {0x3A3, 0x3F5},   {0x3F7, 0x481},   {0x48A, 0x52F},
    {0x531, 0x556},   {0x561, 0x587},   {0x5D0, 0x5EA},   {0x620, 0x64A},   {0x904, 0x939},
    {0xE01, 0xE30},   {0x10A0, 0x10C5}, {0x10D0, 0x10FA}, {0x1E00, 0x1F15}, {0x3041, 0x3096},
    {0x30A1, 0x30FA}, {0x30FC, 0x30FF}, {0x3105, 0x312D}, {0x3131, 0x318E}, {0x3400, 0x4DB5},
    {0x4E00, 0x9FCC}, {0xA000, 0xA48C}, {0xAC00, 0xD7A3}};

bool is_letter(char32_t point) {
  return std::any_of(std::begin(kLetters), std::end(kLetters), [&](const Letters& range) {
    return point >= range.first && point <= range.last;
  });
}

bool is_identifier(std::string_view name) {
  if (name.empty() || (name.front() >= '0' && name.front() <= '9')) return false;
  while (!name.empty()) {
    const char32_t point = next_code_point(name);
    if (!is_letter(point) && !(point >= '0' && point <= '9')) return false;
  }
  return true;
}

void append_comment_line(std::string& out, std::string_view line) {
  while (!line.empty()) {
    if (line.starts_with("*/")) {
      out += "*\\/";
      line.remove_prefix(2);
    } else {
      append_escaped(out, next_code_point(line));
    }
  }
}

constexpr std::string_view kDeprecated = "@deprecated";

/// Where the tag stands; npos where it does not.
std::size_t find_deprecated(std::string_view text) {
  for (std::size_t at = 0; (at = text.find(kDeprecated, at)) != std::string_view::npos; ++at) {
    const std::size_t end = at + kDeprecated.size();
    const bool begins_word = at == 0 || is_space(text[at - 1]);
    if (begins_word && (end == text.size() || is_space(text[end]))) return at;
  }
  return std::string_view::npos;
}

void trim_end(std::string& text) {
  while (!text.empty() && is_space(text.back())) text.pop_back();
}

/// JSDoc knows a tag by its being the first word of a line.
std::string with_tag_on_its_own_line(std::string text) {
  const std::size_t at = find_deprecated(text);
  if (at == std::string::npos) return text;
  std::string before = text.substr(0, at);
  trim_end(before);
  return before + (before.empty() ? "" : "\n") + text.substr(at);
}

/// The compiler takes "@ts-ignore" and the like for orders where a comment of one line says so.
bool is_single_line(std::string_view text) {
  return text.find('\n') == std::string_view::npos && text.find("@ts-") == std::string_view::npos;
}

std::string without_returns(std::string_view text) {
  std::string folded;
  for (const char c : text)
    if (c != '\r') folded += c;
  trim_end(folded);
  return folded;
}

/// `open`: what a comment begins with.
std::string comment(std::string_view open, std::string_view text, std::string_view indent) {
  std::string out = std::string(indent) + std::string(open);
  if (is_single_line(text)) {
    out += ' ';
    append_comment_line(out, text);
    return out + " */\n";
  }
  out += '\n';
  for (std::string_view rest = text;;) {
    const auto end = rest.find('\n');
    std::string line;
    append_comment_line(line, rest.substr(0, end));
    out += std::string(indent) + (line.empty() ? " *" : " * " + line) + "\n";
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + 1);
  }
  return out + std::string(indent) + " */\n";
}

}  // namespace

std::string literal(std::string_view text) {
  const auto count = [&](char quote) { return std::count(text.begin(), text.end(), quote); };
  const char quote = count('"') > count('\'') ? '\'' : '"';
  std::string out(1, quote);
  while (!text.empty()) {
    const char32_t point = next_code_point(text);
    if (point == static_cast<char32_t>(quote) || point == '\\') out += '\\';
    append_escaped(out, point);
  }
  return out + quote;
}

std::string json_literal(std::string_view text) {
  std::string out(1, '"');
  while (!text.empty()) {
    const bool ends_text = text.front() == '`' || text.starts_with("${");
    const char32_t point = next_code_point(text);
    if (point == '"' || point == '\\') out += '\\';
    if (ends_text) {
      append_escape(out, point);
    } else {
      append_escaped(out, point);
    }
  }
  return out + '"';
}

std::string escaped(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const bool ends_comment = text.starts_with("*/");
    const bool begins_code = text.starts_with("${");
    const char32_t point = next_code_point(text);
    if (begins_code || point == '"' || point == '\'' || point == '`' || point == '\\') out += '\\';
    append_escaped(out, point);
    if (ends_comment) out += '\\';
  }
  return out;
}

bool is_in_name(char c) {
  return is_lower(c) || is_upper(c) || is_digit(c) || c == '_' || c == '$';
}

std::string property(std::string_view name) {
  return is_identifier(name) ? std::string(name) : literal(name);
}

std::string doc_comment(std::string_view text, std::string_view indent) {
  std::string folded = without_returns(text);
  if (folded.empty()) return "";
  return comment("/**", with_tag_on_its_own_line(std::move(folded)), indent);
}

std::string file_comment(std::string_view text) {
  const std::string folded = without_returns(text);
  return folded.empty() ? "" : comment("/*", folded, "");
}

std::string deprecation(std::string_view text) {
  const std::size_t at = find_deprecated(text);
  if (at == std::string_view::npos) return "";
  std::string line(text.substr(at, text.find_first_of("\r\n", at) - at));
  trim_end(line);
  return line;
}

std::string interface_of(const std::string& name, const std::string& members) {
  return "export interface " + name + (members.empty() ? " {}\n" : " {\n" + members + "}\n");
}

bool is_keyword(std::string_view identifier) {
  static constexpr std::string_view kWords[] = {
      "arguments", "await",      "break",   "case",    "catch",      "class",     "const",
      "continue",  "debugger",   "default", "delete",  "do",         "else",      "enum",
      "eval",      "export",     "extends", "false",   "finally",    "for",       "function",
      "if",        "implements", "import",  "in",      "instanceof", "interface", "let",
      "new",       "null",       "package", "private", "protected",  "public",    "return",
      "static",    "super",      "switch",  "this",    "throw",      "true",      "try",
      "typeof",    "undefined",  "var",     "void",    "while",      "with",      "yield"};
  return std::find(std::begin(kWords), std::end(kWords), identifier) != std::end(kWords);
}

bool is_reserved(std::string_view identifier) {
  // Type names begin with a capital, so keywords in lower case cannot collide.
  static constexpr std::string_view kWords[] = {
      "Array",     "ArrayBuffer",     "BigInt",       "BigIntInput", "Boolean",
      "Brand",     "Buffer",          "Circle",       "ColumnType",  "Database",
      "Date",      "DateInput",       "DecimalInput", "Error",       "Function",
      "Generated", "GeneratedAlways", "Infinity",     "Insertable",  "Interval",
      "Json",      "JsonInput",       "JsonObject",   "Kysely",      "Map",
      "NaN",       "NonNullable",     "Number",       "Object",      "Partial",
      "Pick",      "Point",           "Promise",      "RawBuilder",  "Record",
      "RegExp",    "Selectable",      "Set",          "SqliteValue", "String",
      "Symbol",    "Uint8Array",      "Updateable"};
  return std::find(std::begin(kWords), std::end(kWords), identifier) != std::end(kWords);
}

}  // namespace ddltrail::typescript
