#include "generate/check_rule.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.h"

namespace ddltrail {
namespace {

enum class TokenKind { kEnd, kWord, kName, kText, kNumber, kSign };

struct Token {
  TokenKind kind = TokenKind::kEnd;
  std::string text;  ///< a word in upper case; a name or a text without quotes
  std::string name;  ///< a word as written
};

/// Ends the parse; never leaves this file.
struct NotARule {};

bool is_letter(char c) { return is_lower(c) || is_upper(c) || c == '_' || (c & 0x80) != 0; }

/// Takes tokens off the front of SQL.
class Lexer {
 public:
  explicit Lexer(std::string_view sql) : rest_(sql) {}

  Token next() {
    const auto start = rest_.find_first_not_of(" \t\r\n");
    rest_.remove_prefix(std::min(start, rest_.size()));
    if (rest_.empty()) return {};
    const char c = rest_.front();
    if (c == '\'') return {TokenKind::kText, quoted('\''), {}};
    if (c == '"') return {TokenKind::kName, quoted('"'), {}};
    if (is_letter(c)) return word();
    if (is_digit(c)) return {TokenKind::kNumber, number(), {}};
    return sign();
  }

 private:
  std::string quoted(char quote) {
    std::string text;
    for (std::size_t i = 1; i < rest_.size(); ++i) {
      if (rest_[i] == quote && rest_.substr(i + 1, 1) != std::string_view(&quote, 1)) {
        rest_.remove_prefix(i + 1);
        return text;
      }
      text += rest_[i];
      if (rest_[i] == quote) ++i;
    }
    throw NotARule{};
  }

  Token word() {
    const std::string name = take([](char c) { return is_letter(c) || is_digit(c) || c == '$'; });
    // E'...' and the like have escapes of their own.
    if (rest_.starts_with('\'')) throw NotARule{};
    return {TokenKind::kWord, upper_case(name), name};
  }

  std::string number() {
    std::string text = take(is_digit);
    if (!rest_.starts_with('.')) return text;
    rest_.remove_prefix(1);
    return text + '.' + take(is_digit);
  }

  Token sign() {
    static constexpr std::array<std::string_view, 6> kLong{"::", "<=", ">=", "<>", "!=", "~~"};
    const auto* found = std::find_if(kLong.begin(), kLong.end(),
                                     [&](std::string_view s) { return rest_.starts_with(s); });
    const std::string text(found == kLong.end() ? rest_.substr(0, 1) : *found);
    rest_.remove_prefix(text.size());
    return {TokenKind::kSign, text, {}};
  }

  template <typename Predicate>
  std::string take(Predicate is_part) {
    const auto* end = std::find_if_not(rest_.begin(), rest_.end(), is_part);
    std::string text(rest_.begin(), end);
    rest_.remove_prefix(text.size());
    return text;
  }

  std::string_view rest_;
};

struct Operand {
  std::string column;
  bool is_length = false;
};

using Rules = std::vector<CheckRule>;

/// condition {AND condition}; PostgreSQL puts both and everything else into parentheses.
class Parser {
 public:
  explicit Parser(std::string_view sql) {
    Lexer lexer(sql);
    do tokens_.push_back(lexer.next());
    while (tokens_.back().kind != TokenKind::kEnd);
  }

  Rules definition() {
    need("CHECK");
    need("(");
    Rules rules = conjunction();
    need(")");
    if (peek().kind != TokenKind::kEnd) throw NotARule{};
    return rules;
  }

 private:
  const Token& peek(std::size_t ahead = 0) const {
    return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
  }

  bool take(std::string_view text) {
    const bool is_it = is(peek(), text);
    at_ += is_it ? 1 : 0;
    return is_it;
  }

  void need(std::string_view text) {
    if (!take(text)) throw NotARule{};
  }

  static bool is(const Token& token, std::string_view text) {
    return (token.kind == TokenKind::kWord || token.kind == TokenKind::kSign) && token.text == text;
  }

  Rules conjunction() {
    Rules rules = condition();
    while (take("AND")) {
      const Rules more = condition();
      rules.insert(rules.end(), more.begin(), more.end());
    }
    return rules;
  }

  Rules condition() {
    if (is(peek(), "(")) {
      const std::size_t start = at_;
      if (auto inner = in_parentheses()) return *inner;
      at_ = start;
    }
    return comparison();
  }

  /// Nothing where the parentheses hold only the first operand.
  std::optional<Rules> in_parentheses() {
    try {
      need("(");
      Rules rules = conjunction();
      need(")");
      const bool ends = peek().kind == TokenKind::kEnd || is(peek(), "AND") || is(peek(), ")");
      return ends ? std::optional(rules) : std::nullopt;
    } catch (const NotARule&) {
      return std::nullopt;
    }
  }

  Rules comparison() {
    const Operand left = operand();
    const auto rule = [&](std::string op, std::vector<CheckLiteral> values) {
      return CheckRule{left.column, left.is_length, std::move(op), std::move(values)};
    };
    if (take("IN")) return {rule("in", values_between("(", ")"))};
    if (take("LIKE") || take("~~")) return {rule("like", {literal()})};
    if (take("BETWEEN")) {
      const CheckLiteral least = literal();
      need("AND");
      return {rule(">=", {least}), rule("<=", {literal()})};
    }
    const std::string op = comparison_operator();
    if (op == "=" && take("ANY")) return {rule("in", array())};
    return {rule(op, {literal()})};
  }

  std::string comparison_operator() {
    for (const std::string_view op : {"=", "<>", "<", "<=", ">", ">="})
      if (take(op)) return std::string(op);
    need("!=");
    return "<>";
  }

  std::vector<CheckLiteral> values_between(std::string_view open, std::string_view close) {
    need(open);
    std::vector<CheckLiteral> values{literal()};
    while (take(",")) values.push_back(literal());
    need(close);
    return values;
  }

  /// (ARRAY['a', 'b']), with casts
  std::vector<CheckLiteral> array() {
    need("(");
    std::vector<CheckLiteral> values;
    if (is(peek(), "(")) {
      values = array();
    } else {
      need("ARRAY");
      values = values_between("[", "]");
      casts();
    }
    need(")");
    casts();
    return values;
  }

  Operand operand() {
    Operand found;
    if (take("(")) {
      found = operand();
      need(")");
    } else if ((is(peek(), "LENGTH") || is(peek(), "CHAR_LENGTH")) && is(peek(1), "(")) {
      at_ += 2;
      found = {operand().column, true};
      need(")");
    } else {
      found.column = column();
    }
    casts();
    return found;
  }

  std::string column() {
    const Token& token = peek();
    if (token.kind != TokenKind::kWord && token.kind != TokenKind::kName) throw NotARule{};
    ++at_;
    return token.kind == TokenKind::kWord ? token.name : token.text;
  }

  CheckLiteral literal() {
    CheckLiteral found;
    if (take("(")) {
      found = literal();
      need(")");
    } else {
      found = plain_literal();
    }
    casts_of(found);
    return found;
  }

  CheckLiteral plain_literal() {
    const bool is_negative = take("-");
    const Token& token = peek();
    ++at_;
    if (token.kind == TokenKind::kNumber) return {true, (is_negative ? "-" : "") + token.text};
    if (token.kind != TokenKind::kText || is_negative) throw NotARule{};
    return {false, token.text};
  }

  /// Only casts that change no value.
  void casts() {
    while (take("::")) {
      if (!take_text_type() && !take_wide_type()) throw NotARule{};
      end_of_cast();
    }
  }

  /// '-5'::integer is how PostgreSQL prints a negative number.
  void casts_of(CheckLiteral& literal) {
    while (take("::")) {
      const bool is_whole = take("BIGINT") || take("INTEGER") || take("SMALLINT");
      if (is_whole || take_wide_type()) {
        literal.is_number = true;
      } else if (!take_text_type()) {
        throw NotARule{};
      }
      end_of_cast();
    }
    const auto is_sign = [](char c) { return !is_digit(c) && c != '.' && c != '-'; };
    if (literal.is_number && std::any_of(literal.text.begin(), literal.text.end(), is_sign))
      throw NotARule{};
  }

  bool take_text_type() { return take("TEXT") || (take("CHARACTER") && take("VARYING")); }
  bool take_wide_type() { return take("NUMERIC") || (take("DOUBLE") && take("PRECISION")); }

  void end_of_cast() {
    if (is(peek(), "(")) throw NotARule{};
    if (take("[")) need("]");
  }

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<CheckRule> rules_of(std::string_view definition) {
  try {
    return Parser(definition).definition();
  } catch (const NotARule&) {
    return {};
  }
}

}  // namespace ddltrail
