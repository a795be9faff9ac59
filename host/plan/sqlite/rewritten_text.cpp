#include "plan/sqlite/rewritten_text.h"

#include "base/ascii.h"
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

std::string renamed(const create::Token& token, const Renames::Names& columns) {
  const std::string name = lower_case(create::unquoted(token.text));
  for (const auto& [former, later] : columns)
    if (lower_case(former) == name)
      return token.kind == create::TokenKind::kWord ? quoted(later) : in_double_quotes(later);
  return std::string(token.text);
}

}  // namespace

std::string rewritten_text(std::string_view text, const Renames::Names& columns) {
  create::Tokenizer tokens(text);
  std::string result;
  for (create::Token token = tokens.next(); token.kind != create::TokenKind::kEnd;
       token = tokens.next()) {
    const bool is_name =
        token.kind == create::TokenKind::kWord || token.kind == create::TokenKind::kQuotedName;
    result += is_name ? renamed(token, columns) : std::string(token.text);
  }
  return result;
}

}  // namespace ddltrail::sqlite_plan
