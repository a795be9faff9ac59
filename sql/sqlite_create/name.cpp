#include "sqlite_create/name.h"

#include <algorithm>

#include "sqlite_create/keyword.h"

namespace ddltrail::create {
namespace {

bool is_plain(char c) {
  return (upper(c) >= 'A' && upper(c) <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool needs_quotes(std::string_view name) {
  const bool is_word = !name.empty() && std::all_of(name.begin(), name.end(), is_plain);
  return !is_word || (name[0] >= '0' && name[0] <= '9') || find_keyword(name) != nullptr;
}

}  // namespace

std::string unquoted(std::string_view token) {
  if (token.size() < 2 || std::string_view("'\"`[").find(token[0]) == std::string_view::npos)
    return std::string(token);
  const char quote = token[0];
  std::string name;
  for (std::size_t i = 1; i + 1 < token.size(); ++i) {
    name += token[i];
    if (token[i] == quote && quote != '[') ++i;
  }
  return name;
}

std::string quoted(std::string_view name) {
  if (!needs_quotes(name)) return std::string(name);
  std::string text = "\"";
  for (const char c : name) text.append(c == '"' ? 2 : 1, c);
  return text += '"';
}

}  // namespace ddltrail::create
