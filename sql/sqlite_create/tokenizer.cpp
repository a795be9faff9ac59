#include "sqlite_create/tokenizer.h"

#include "sqlite_create/keyword.h"

namespace ddltrail::create {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return upper(c) >= 'A' && upper(c) <= 'Z'; }
bool is_hex_digit(char c) { return is_digit(c) || (upper(c) >= 'A' && upper(c) <= 'F'); }
bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

bool is_name_character(char c) {
  return is_letter(c) || is_digit(c) || c == '_' || c == '$' || is_beyond_ascii(c);
}

Token Tokenizer::next() {
  if (rest_.empty()) return {};
  const char c = rest_[0];
  // A vertical tab is white space only behind other white space.
  if (is_space(c) && c != '\v') return take(TokenKind::kSpace, run_length(1, is_space));
  if (rest_.starts_with(kByteOrderMark)) return take(TokenKind::kSpace, kByteOrderMark.size());
  if (rest_.starts_with("--")) return take(TokenKind::kComment, rest_.find('\n'));
  if (rest_.starts_with("/*") && rest_.size() > 2)
    return take(TokenKind::kComment, block_comment_length());
  if (c == '\'' || c == '"' || c == '`') return take_quoted();
  if (c == '[') return take_bracketed();
  if (upper(c) == 'X' && at(1) == '\'') return take_blob();
  if (is_digit(c) || (c == '.' && is_digit(at(1)))) return take_number();
  if (c == '?') return take(TokenKind::kVariable, run_length(1, is_digit));
  if (c == '$' || c == '@' || c == '#' || c == ':') return take_variable();
  if (is_name_character(c)) return take(TokenKind::kWord, run_length(1, is_name_character));
  return take_symbol();
}

Token Tokenizer::next_solid() {
  Token token = next();
  while (!token.is_solid()) token = next();
  return token;
}

Token Tokenizer::take(TokenKind kind, std::size_t length) {
  const Token token{kind, rest_.substr(0, length)};
  rest_.remove_prefix(token.text.size());
  return token;
}

/// A doubled quote stands for itself.
Token Tokenizer::take_quoted() {
  const char quote = rest_[0];
  for (std::size_t i = 1; i < rest_.size(); ++i) {
    if (rest_[i] != quote) continue;
    if (at(i + 1) != quote)
      return take(quote == '\'' ? TokenKind::kString : TokenKind::kQuotedName, i + 1);
    ++i;
  }
  return take(TokenKind::kIllegal, rest_.size());
}

Token Tokenizer::take_bracketed() {
  const auto end = rest_.find(']');
  if (end == std::string_view::npos) return take(TokenKind::kIllegal, rest_.size());
  return take(TokenKind::kQuotedName, end + 1);
}

Token Tokenizer::take_blob() {
  const auto digits_end = run_length(2, is_hex_digit);
  if (at(digits_end) == '\'' && digits_end % 2 == 0) return take(TokenKind::kBlob, digits_end + 1);
  const auto end = rest_.find('\'', digits_end);
  return take(TokenKind::kIllegal, end == std::string_view::npos ? rest_.size() : end + 1);
}

Token Tokenizer::take_number() {
  std::size_t end = 0;
  if (at(0) == '0' && upper(at(1)) == 'X' && is_hex_digit(at(2))) {
    end = digits_length(2, is_hex_digit);
  } else {
    end = digits_length(0, is_digit);
    if (at(end) == '.') end = digits_length(end + 1, is_digit);
    const bool has_sign = at(end + 1) == '+' || at(end + 1) == '-';
    if (upper(at(end)) == 'E' && is_digit(at(end + (has_sign ? 2 : 1))))
      end = digits_length(end + (has_sign ? 2 : 1), is_digit);
  }
  const auto word_end = run_length(end, is_name_character);
  return take(word_end == end ? TokenKind::kNumber : TokenKind::kIllegal, word_end);
}

/// :name, @name, $name, #name, with the :: and the suffix in parentheses of Tcl.
Token Tokenizer::take_variable() {
  bool has_name = false;
  std::size_t end = 1;
  for (;; ++end) {
    if (is_name_character(at(end))) {
      has_name = true;
    } else if (at(end) == ':' && at(end + 1) == ':') {
      ++end;
    } else {
      break;
    }
  }
  if (!has_name) return take(TokenKind::kIllegal, end);
  if (at(end) != '(') return take(TokenKind::kVariable, end);
  end = run_length(end, [](char c) { return !is_space(c) && c != ')'; });
  if (at(end) == ')') return take(TokenKind::kVariable, end + 1);
  return take(TokenKind::kIllegal, end);
}

Token Tokenizer::take_symbol() {
  for (const std::string_view symbol :
       {"->>", "->", "==", "<=", "<>", "<<", ">=", ">>", "!=", "||"})
    if (rest_.starts_with(symbol)) return take(TokenKind::kSymbol, symbol.size());
  const bool is_known =
      std::string_view("()+-*/%=<>|,&~;.").find(rest_[0]) != std::string_view::npos;
  return take(is_known ? TokenKind::kSymbol : TokenKind::kIllegal, 1);
}

/// The end of the run that begins at `from`.
std::size_t Tokenizer::run_length(std::size_t from, bool (*belongs)(char)) const {
  while (from < rest_.size() && belongs(rest_[from])) ++from;
  return from;
}

/// The same for digits, between which an underscore may stand since SQLite 3.46.
std::size_t Tokenizer::digits_length(std::size_t from, bool (*is_one)(char)) const {
  std::size_t end = run_length(from, is_one);
  while (end > from && at(end) == '_' && is_one(at(end + 1))) end = run_length(end + 1, is_one);
  return end;
}

/// Up to the end of the text where nothing closes it.
std::size_t Tokenizer::block_comment_length() const {
  const auto end = rest_.find("*/", 2);
  return end == std::string_view::npos ? rest_.size() : end + 2;
}

}  // namespace ddltrail::create
