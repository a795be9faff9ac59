#include "generate/typescript/signature.h"

#include <array>
#include <utility>

#include "generate/typescript/printed_type.h"

namespace ddltrail::typescript {
namespace {

/// Where `wanted` stands outside of quotes and brackets; npos where it does not.
std::size_t find_outside(std::string_view text, std::string_view wanted) {
  int depth = 0;
  char quote = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (quote) {
      if (c == quote) quote = 0;  // a doubled one opens the next piece
      continue;
    }
    if (depth == 0 && text.substr(at).starts_with(wanted)) return at;
    if (c == '"' || c == '\'') quote = c;
    if (c == '(' || c == '[') ++depth;
    if (c == ')' || c == ']') --depth;
  }
  return std::string_view::npos;
}

ArgumentMode take_mode(std::string_view& text) {
  constexpr std::array<std::pair<std::string_view, ArgumentMode>, 4> kModes{
      {{"IN ", ArgumentMode::kIn},
       {"OUT ", ArgumentMode::kOut},
       {"INOUT ", ArgumentMode::kInOut},
       {"VARIADIC ", ArgumentMode::kVariadic}}};
  for (const auto& [word, mode] : kModes) {
    if (!text.starts_with(word)) continue;
    text.remove_prefix(word.size());
    return mode;
  }
  return ArgumentMode::kIn;
}

/// Empty where the text is the type alone.
std::string take_name(std::string_view& text) {
  if (is_type_of_words(text)) return "";
  std::string_view rest = text;
  std::string name = take_identifier(rest);
  if (!rest.starts_with(' ')) return "";
  text = rest.substr(1);
  return name;
}

Argument read_argument(std::string_view text) {
  Argument argument;
  argument.mode = take_mode(text);
  const auto end = find_outside(text, " DEFAULT ");
  argument.has_default = end != std::string_view::npos;
  text = text.substr(0, end);
  argument.name = take_name(text);
  argument.type = text;
  return argument;
}

std::vector<Argument> read_list(std::string_view text) {
  constexpr std::string_view kComma = ", ";
  std::vector<Argument> arguments;
  while (!text.empty()) {
    const auto end = find_outside(text, kComma);
    arguments.push_back(read_argument(text.substr(0, end)));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + kComma.size());
  }
  return arguments;
}

bool take_prefix(std::string_view& text, std::string_view prefix) {
  const bool is_there = text.starts_with(prefix);
  if (is_there) text.remove_prefix(prefix.size());
  return is_there;
}

}  // namespace

std::optional<Signature> read_signature(const std::string& arguments, const std::string& result) {
  const bool is_ordered_set = find_outside(arguments, "ORDER BY ") != std::string::npos;
  if (is_ordered_set) return std::nullopt;
  Signature signature{read_list(arguments), "", false};
  std::string_view text = result;
  signature.is_set = take_prefix(text, "SETOF ");
  if (take_prefix(text, "TABLE(")) {
    text.remove_suffix(1);
    signature.is_set = true;
    for (Argument& column : read_list(text)) {
      column.mode = ArgumentMode::kTable;
      signature.arguments.push_back(std::move(column));
    }
    text = "record";
  }
  signature.result = text;
  return signature;
}

}  // namespace ddltrail::typescript
