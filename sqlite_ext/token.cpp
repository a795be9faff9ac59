#include "token.h"

#include <algorithm>

namespace ddltrail {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

Token Tokenizer::next() {
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

Token Tokenizer::next_solid() {
  Token token = next();
  while (token.kind == TokenKind::kSpace || token.kind == TokenKind::kComment) token = next();
  return token;
}

Token Tokenizer::take(TokenKind kind, std::size_t length) {
  const Token token{kind, rest_.substr(0, length)};
  rest_.remove_prefix(token.text.size());
  return token;
}

std::size_t Tokenizer::run_length(bool (*belongs)(char)) const {
  return std::find_if_not(rest_.begin(), rest_.end(), belongs) - rest_.begin();
}

std::size_t Tokenizer::end_of(std::string_view closer, std::size_t from) const {
  const auto at = rest_.find(closer, from);
  return at == std::string_view::npos ? at : at + closer.size();
}

std::size_t Tokenizer::quoted_length(char quote, std::size_t opener) const {
  for (std::size_t i = opener + 1; i < rest_.size(); ++i) {
    if (rest_[i] != quote) continue;
    if (i + 1 == rest_.size() || rest_[i + 1] != quote) return i + 1;
    ++i;  // a doubled quote stands for itself
  }
  return rest_.size();
}

bool Tokenizer::starts_number() const {
  return is_digit(rest_[0]) || (rest_[0] == '.' && rest_.size() > 1 && is_digit(rest_[1]));
}

std::size_t Tokenizer::number_length() const {
  std::size_t i = 0;
  while (i < rest_.size() && (is_word(rest_[i]) || rest_[i] == '.' || is_exponent_sign(i))) ++i;
  return i;
}

bool Tokenizer::is_exponent_sign(std::size_t i) const {
  return (rest_[i] == '+' || rest_[i] == '-') && i > 0 && upper(rest_[i - 1]) == 'E' &&
         !rest_.starts_with("0x") && !rest_.starts_with("0X");
}

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool is_word(char c) {
  return (upper(c) >= 'A' && upper(c) <= 'Z') || is_digit(c) || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char c, char d) { return upper(c) == upper(d); });
}

std::string unquoted(std::string_view name) {
  if (name.size() < 2 || is_word(name[0])) return std::string(name);
  const char closer = name[0] == '[' ? ']' : name[0];
  std::string result;
  for (std::size_t i = 1; i + 1 < name.size(); ++i) {
    result += name[i];
    if (name[i] == closer) ++i;
  }
  return result;
}

}  // namespace ddltrail
