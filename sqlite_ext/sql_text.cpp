#include "sql_text.h"

#include <algorithm>
#include <array>
#include <vector>

#include "token.h"

namespace ddltrail {
namespace {

constexpr std::array<std::string_view, 4> kSchemaVerbs = {"CREATE", "ALTER", "DROP", "ANALYZE"};

bool is_temporary(std::string_view name) {
  if (name.size() > 2 && !is_name_character(name[0])) name = name.substr(1, name.size() - 2);
  return same_name(name, "TEMP");
}

/// The rest of a statement after its first keyword: the words of the tag, then the name.
Classified classify_object(Tokenizer& tokens, std::string tag) {
  Token token = tokens.next_solid();
  for (; token.kind == TokenKind::kWord; token = tokens.next_solid()) {
    if (same_name(token.text, "TEMP") || same_name(token.text, "TEMPORARY")) return {};
    if (same_name(token.text, "UNIQUE")) continue;
    tag += ' ' + upper(std::string(token.text));
    if (!same_name(token.text, "VIRTUAL")) break;
  }
  token = tokens.next_solid();
  while (token.kind == TokenKind::kWord &&
         (same_name(token.text, "IF") || same_name(token.text, "NOT") ||
          same_name(token.text, "EXISTS")))
    token = tokens.next_solid();
  const bool is_qualified = tokens.next_solid().text == ".";
  if (is_qualified && is_temporary(token.text)) return {};
  return {StatementClass::kSchema, tag};
}

}  // namespace

bool may_change_schema(std::string_view sql) {
  const Token first = Tokenizer(sql).next_solid();
  return same_name(first.text, "VACUUM") || same_name(first.text, "ATTACH") ||
         std::any_of(kSchemaVerbs.begin(), kSchemaVerbs.end(),
                     [&](std::string_view verb) { return same_name(first.text, verb); });
}

bool bounds_transaction(std::string_view sql) {
  const Token first = Tokenizer(sql).next_solid();
  return same_name(first.text, "BEGIN") || same_name(first.text, "COMMIT") ||
         same_name(first.text, "END") || same_name(first.text, "ROLLBACK") ||
         same_name(first.text, "RELEASE");
}

Classified classify(std::string_view sql) {
  Tokenizer tokens(sql);
  const Token first = tokens.next_solid();
  if (same_name(first.text, "VACUUM")) return {StatementClass::kVacuum, "VACUUM"};
  if (same_name(first.text, "ATTACH")) return {StatementClass::kAttach, "ATTACH"};
  if (same_name(first.text, "ANALYZE")) return {StatementClass::kSchema, "ANALYZE"};
  for (const auto verb : kSchemaVerbs) {
    if (same_name(first.text, verb)) return classify_object(tokens, std::string(verb));
  }
  return {};
}

bool is_rollback(std::string_view sql) {
  return same_name(Tokenizer(sql).next_solid().text, "ROLLBACK");
}

std::string_view trim(std::string_view sql) {
  const auto is_outside = [](char c) { return is_space(c) || c == ';'; };
  while (!sql.empty() && is_outside(sql.front())) sql.remove_prefix(1);
  while (!sql.empty() && is_outside(sql.back())) sql.remove_suffix(1);
  return sql;
}

std::string redact(std::string_view sql) {
  std::string result;
  Tokenizer tokens(sql);
  for (Token token = tokens.next(); token.kind != TokenKind::kEnd; token = tokens.next()) {
    if (token.kind == TokenKind::kComment) {
      result += ' ';
    } else if (token.is_literal() || token.kind == TokenKind::kIllegal) {
      result += '?';
    } else {
      result += token.text;
    }
  }
  return std::string(trim(result));
}

}  // namespace ddltrail
