// The solid tokens of a statement, one after the other, for the readers of the statements. Borrows
// the text. An unexpected token is a ReadError, which tells where it stands.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "sqlite_create/keyword.h"
#include "sqlite_create/tokenizer.h"

namespace ddltrail::create {

class ReadError : public std::runtime_error {
 public:
  ReadError(const std::string& what, std::size_t position)
      : std::runtime_error(what), position_(position) {}
  /// The byte of the text, from 0.
  std::size_t position() const { return position_; }

 private:
  std::size_t position_;
};

struct SolidToken : Token {
  const Keyword* keyword = nullptr;

  /// `expected` is a keyword in upper case or a symbol.
  bool is(std::string_view expected) const {
    if (keyword) return keyword->text == expected;
    return kind == TokenKind::kSymbol && text == expected;
  }
  /// May be a name in an expression.
  bool is_name() const {
    return kind == TokenKind::kQuotedName ||
           (kind == TokenKind::kWord && (!keyword || keyword->use != KeywordUse::kReserved));
  }
};

/// An operand is complete with `token`, so that an operator or the end of the expression follows.
bool ends_operand(const SolidToken& token);

class TokenStream {
 public:
  /// Throws ReadError where SQLite knows no such token.
  explicit TokenStream(std::string_view sql);

  /// The token `ahead` of the next one; the end repeats.
  const SolidToken& peek(std::size_t ahead = 0) const;
  const SolidToken& previous() const { return tokens_[next_ - 1]; }
  bool at_end() const { return peek().kind == TokenKind::kEnd; }
  SolidToken take();
  /// Takes `count` tokens, which must be there, and returns them as they are written.
  std::string_view take_text(std::size_t count);

  /// Takes the next tokens where they are these.
  bool accept(std::string_view expected);
  bool accept(std::string_view first, std::string_view second);
  void expect(std::string_view expected);
  /// Takes the name of an object or a column, which may be a string too, and returns it without its
  /// quotes.
  std::string expect_name();

  /// Takes up to the `)` that closes the `(` before, and that with it. Returns what is between.
  std::string_view take_to_closing();
  /// Takes what comes before the token at which `ends` is true and no parenthesis open.
  template <bool kMayHaveSemicolons = false, class Ends>
  std::string_view take_until(Ends ends);
  /// Takes up to a semicolon or the end, with the comments before: SQLite may name a column so.
  std::string_view take_query();

  [[noreturn]] void fail(std::string_view expected) const;

 private:
  std::string_view text_since(std::size_t first) const;

  std::string_view sql_;
  std::vector<SolidToken> tokens_;
  std::size_t next_ = 0;
};

template <bool kMayHaveSemicolons, class Ends>
std::string_view TokenStream::take_until(Ends ends) {
  const auto first = next_;
  int depth = 0;
  for (; !at_end() && (depth > 0 || !ends()); ++next_) {
    if (!kMayHaveSemicolons && peek().is(";")) fail("an expression");
    if (peek().is("(")) ++depth;
    if (peek().is(")") && --depth < 0) fail("an expression");
  }
  if (depth > 0) fail(")");
  if (next_ == first) fail("an expression");
  return text_since(first);
}

}  // namespace ddltrail::create
