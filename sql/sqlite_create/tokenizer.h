// Splits SQL into the tokens of SQLite, by the rules of its own tokenizer. Every byte belongs to a
// token. Keywords are words here; see keyword.h.
#pragma once

#include <string_view>

namespace ddltrail::create {

enum class TokenKind {
  kSpace,
  kComment,
  kWord,        // a keyword or a name without quotes
  kQuotedName,  // in ", ` or [ ]
  kString,
  kBlob,
  kNumber,
  kVariable,
  kSymbol,   // an operator or punctuation, of one to three characters
  kIllegal,  // what SQLite refuses: an open quote, 1abc
  kEnd,
};

struct Token {
  TokenKind kind = TokenKind::kEnd;
  std::string_view text;

  bool is_solid() const { return kind != TokenKind::kSpace && kind != TokenKind::kComment; }
  bool is_literal() const {
    return kind == TokenKind::kString || kind == TokenKind::kBlob || kind == TokenKind::kNumber;
  }
};

class Tokenizer {
 public:
  /// As SQLite does, reads up to the first NUL.
  explicit Tokenizer(std::string_view sql) : rest_(sql.substr(0, sql.find('\0'))) {}

  Token next();
  /// The next token that is neither white space nor comment.
  Token next_solid();

 private:
  Token take(TokenKind kind, std::size_t length);
  Token take_quoted();
  Token take_bracketed();
  Token take_blob();
  Token take_number();
  Token take_variable();
  Token take_symbol();

  char at(std::size_t i) const { return i < rest_.size() ? rest_[i] : '\0'; }
  std::size_t run_length(std::size_t from, bool (*belongs)(char)) const;
  std::size_t digits_length(std::size_t from, bool (*is_one)(char)) const;
  std::size_t block_comment_length() const;

  std::string_view rest_;
};

/// White space, as SQLite has it.
constexpr bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// What may stand inside a name without quotes.
bool is_name_character(char c);

}  // namespace ddltrail::create
