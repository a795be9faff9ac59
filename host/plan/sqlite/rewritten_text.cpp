#include "plan/sqlite/rewritten_text.h"

#include <optional>

#include "base/ascii.h"
#include "plan/sqlite/rename_steps.h"
#include "plan/sqlite/table_shape.h"
#include "sqlite_create/name.h"
#include "sqlite_create/tokenizer.h"

namespace ddltrail::sqlite_plan {
namespace {

std::string in_double_quotes(const std::string& name) {
  std::string text = "\"";
  for (const char c : name) text += c == '"' ? "\"\"" : std::string(1, c);
  return text + "\"";
}

bool is_name(const create::Token& token) {
  return token.kind == create::TokenKind::kWord || token.kind == create::TokenKind::kQuotedName;
}

std::optional<std::string> later_name(const create::Token& token, const Renames::Names& names) {
  const std::string name = lower_case(create::unquoted(token.text));
  for (const auto& [former, later] : names)
    if (lower_case(former) == name) return later;
  return std::nullopt;
}

std::string renamed(const create::Token& token, const Renames::Names& columns) {
  const auto later = is_name(token) ? later_name(token, columns) : std::nullopt;
  if (!later) return std::string(token.text);
  return token.kind == create::TokenKind::kWord ? quoted(*later) : in_double_quotes(*later);
}

Renames::Names columns_of(const std::string& table, const Renames& renames) {
  for (const auto& [former, names] : renames.columns)
    if (lower_case(former.second) == lower_case(table)) return names;
  return {};
}

}  // namespace

std::string rewritten_text(std::string_view text, const Renames::Names& columns) {
  create::Tokenizer tokens(text);
  std::string result;
  for (create::Token token = tokens.next(); token.kind != create::TokenKind::kEnd;
       token = tokens.next())
    result += renamed(token, columns);
  return result;
}

std::string rewritten_reference(std::string_view text, const std::string& table,
                                const Renames& renames) {
  create::Tokenizer tokens(text);
  std::string result;
  Renames::Names names = columns_of(table, renames);  // of the next list
  bool is_in_list = false, is_table_next = false;
  for (create::Token token = tokens.next(); token.kind != create::TokenKind::kEnd;
       token = tokens.next()) {
    std::optional<std::string> later;
    if (is_name(token) && is_table_next) {
      later = later_name(token, table_names(renames));
      names = columns_of(create::unquoted(token.text), renames);
      is_table_next = false;
    } else if (is_name(token) && is_in_list) {
      later = later_name(token, names);
    } else if (token.text == "REFERENCES") {
      is_table_next = true;
    } else if (token.kind == create::TokenKind::kSymbol) {
      is_in_list = token.text != ")";
    }
    result += later ? create::quoted(*later) : std::string(token.text);
  }
  return result;
}

}  // namespace ddltrail::sqlite_plan
