#include "sql_text.h"

#include <algorithm>
#include <array>
#include <vector>

namespace ddltrail {
namespace {

enum class TokenKind { kSpace, kComment, kWord, kQuoted, kLiteral, kOther, kEnd };

struct Token {
  TokenKind kind = TokenKind::kEnd;
  std::string_view text;
};

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

bool is_word(char c) {
  return (upper(c) >= 'A' && upper(c) <= 'Z') || is_digit(c) || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool equals(std::string_view text, std::string_view keyword) {
  return std::equal(text.begin(), text.end(), keyword.begin(), keyword.end(),
                    [](char a, char b) { return upper(a) == b; });
}

/// The tokens of SQLite, as coarse as is needed here.
class Tokenizer {
 public:
  explicit Tokenizer(std::string_view sql) : rest_(sql) {}

  Token next() {
    if (rest_.empty()) return {};
    const char c = rest_[0];
    if (is_space(c)) return take(TokenKind::kSpace, run_length(is_space));
    if (rest_.starts_with("--")) return take(TokenKind::kComment, rest_.find('\n'));
    if (rest_.starts_with("/*")) return take(TokenKind::kComment, end_of("*/", 2));
    if (c == '\'') return take(TokenKind::kLiteral, quoted_length('\'', 0));
    if (upper(c) == 'X' && rest_.size() > 1 && rest_[1] == '\'')
      return take(TokenKind::kLiteral, quoted_length('\'', 1));
    if (c == '"' || c == '`') return take(TokenKind::kQuoted, quoted_length(c, 0));
    if (c == '[') return take(TokenKind::kQuoted, end_of("]", 1));
    if (starts_number()) return take(TokenKind::kLiteral, number_length());
    if (is_word(c)) return take(TokenKind::kWord, run_length(is_word));
    return take(TokenKind::kOther, 1);
  }

  /// The next token that is neither white space nor comment.
  Token next_solid() {
    Token token = next();
    while (token.kind == TokenKind::kSpace || token.kind == TokenKind::kComment) token = next();
    return token;
  }

 private:
  Token take(TokenKind kind, std::size_t length) {
    const Token token{kind, rest_.substr(0, length)};
    rest_.remove_prefix(token.text.size());
    return token;
  }

  std::size_t run_length(bool (*belongs)(char)) const {
    return std::find_if_not(rest_.begin(), rest_.end(), belongs) - rest_.begin();
  }

  std::size_t end_of(std::string_view closer, std::size_t from) const {
    const auto at = rest_.find(closer, from);
    return at == std::string_view::npos ? at : at + closer.size();
  }

  std::size_t quoted_length(char quote, std::size_t opener) const {
    for (std::size_t i = opener + 1; i < rest_.size(); ++i) {
      if (rest_[i] != quote) continue;
      if (i + 1 == rest_.size() || rest_[i + 1] != quote) return i + 1;
      ++i;  // a doubled quote stands for itself
    }
    return rest_.size();
  }

  bool starts_number() const {
    return is_digit(rest_[0]) || (rest_[0] == '.' && rest_.size() > 1 && is_digit(rest_[1]));
  }

  std::size_t number_length() const {
    std::size_t i = 0;
    while (i < rest_.size() && (is_word(rest_[i]) || rest_[i] == '.' || is_exponent_sign(i))) ++i;
    return i;
  }

  bool is_exponent_sign(std::size_t i) const {
    return (rest_[i] == '+' || rest_[i] == '-') && i > 0 && upper(rest_[i - 1]) == 'E' &&
           !rest_.starts_with("0x") && !rest_.starts_with("0X");
  }

  std::string_view rest_;
};

constexpr std::array<std::string_view, 4> kSchemaVerbs = {"CREATE", "ALTER", "DROP", "ANALYZE"};

bool is_temporary(std::string_view name) {
  if (name.size() > 2 && !is_word(name[0])) name = name.substr(1, name.size() - 2);
  return equals(name, "TEMP");
}

/// The rest of a statement after its first keyword: the words of the tag, then the name.
Classified classify_object(Tokenizer& tokens, std::string tag) {
  Token token = tokens.next_solid();
  for (; token.kind == TokenKind::kWord; token = tokens.next_solid()) {
    if (equals(token.text, "TEMP") || equals(token.text, "TEMPORARY")) return {};
    if (equals(token.text, "UNIQUE")) continue;
    tag += ' ';
    std::transform(token.text.begin(), token.text.end(), std::back_inserter(tag), upper);
    if (!equals(token.text, "VIRTUAL")) break;
  }
  token = tokens.next_solid();
  while (token.kind == TokenKind::kWord &&
         (equals(token.text, "IF") || equals(token.text, "NOT") || equals(token.text, "EXISTS")))
    token = tokens.next_solid();
  const bool is_qualified = tokens.next_solid().text == ".";
  if (is_qualified && is_temporary(token.text)) return {};
  return {StatementClass::kSchema, tag};
}

}  // namespace

bool may_change_schema(std::string_view sql) {
  const Token first = Tokenizer(sql).next_solid();
  return equals(first.text, "VACUUM") || equals(first.text, "ATTACH") ||
         std::any_of(kSchemaVerbs.begin(), kSchemaVerbs.end(),
                     [&](std::string_view verb) { return equals(first.text, verb); });
}

bool bounds_transaction(std::string_view sql) {
  const Token first = Tokenizer(sql).next_solid();
  return equals(first.text, "BEGIN") || equals(first.text, "COMMIT") || equals(first.text, "END") ||
         equals(first.text, "ROLLBACK");
}

Classified classify(std::string_view sql) {
  Tokenizer tokens(sql);
  const Token first = tokens.next_solid();
  if (equals(first.text, "VACUUM")) return {StatementClass::kVacuum, "VACUUM"};
  if (equals(first.text, "ATTACH")) return {StatementClass::kAttach, "ATTACH"};
  if (equals(first.text, "ANALYZE")) return {StatementClass::kSchema, "ANALYZE"};
  for (const auto verb : kSchemaVerbs) {
    if (equals(first.text, verb)) return classify_object(tokens, std::string(verb));
  }
  return {};
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
    } else if (token.kind == TokenKind::kLiteral) {
      result += '?';
    } else {
      result += token.text;
    }
  }
  return std::string(trim(result));
}

}  // namespace ddltrail
