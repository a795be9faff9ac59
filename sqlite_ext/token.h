// Splits SQL into the tokens of SQLite, as coarse as is needed to know what a statement is about.
#pragma once

#include <string>
#include <string_view>

namespace ddltrail {

enum class TokenKind {
  kSpace,
  kComment,
  kWord,     // a keyword, or a name without quotes
  kQuoted,   // a name in ", ` or [ ]
  kLiteral,  // a string, blob or number
  kOther,    // a single character
  kEnd,
};

struct Token {
  TokenKind kind = TokenKind::kEnd;
  std::string_view text;
};

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view sql) : rest_(sql) {}

  Token next();
  /// The next token that is neither white space nor comment.
  Token next_solid();

 private:
  Token take(TokenKind kind, std::size_t length);
  std::size_t run_length(bool (*belongs)(char)) const;
  std::size_t end_of(std::string_view closer, std::size_t from) const;
  std::size_t quoted_length(char quote, std::size_t opener) const;
  bool starts_number() const;
  std::size_t number_length() const;
  bool is_exponent_sign(std::size_t i) const;

  std::string_view rest_;
};

bool is_space(char c);
/// What may stand in a word.
bool is_word(char c);
/// A letter of ASCII in upper case, everything else as it is: how SQLite compares names.
char upper(char c);

/// Whether two names are the same to SQLite, or a word is a keyword.
bool same_name(std::string_view a, std::string_view b);

/// A name without its quotes, which may be those of a string too.
std::string unquoted(std::string_view name);

}  // namespace ddltrail
