#include "sqlite_create/token_stream.h"

#include <array>

#include "sqlite_create/name.h"

namespace ddltrail::create {
namespace {

constexpr std::array<std::string_view, 4> kWordOperators = {"LIKE", "GLOB", "REGEXP", "MATCH"};
constexpr std::array<std::string_view, 3> kOperandEnds = {"NULL", "ISNULL", "NOTNULL"};

template <std::size_t N>
bool is_one_of(const SolidToken& token, const std::array<std::string_view, N>& texts) {
  for (const auto text : texts)
    if (token.is(text)) return true;
  return false;
}

}  // namespace

bool ends_operand(const SolidToken& token) {
  if (token.kind == TokenKind::kSymbol) return token.text == ")";
  if (!token.keyword) return token.kind != TokenKind::kEnd;
  if (token.keyword->use == KeywordUse::kReserved) return is_one_of(token, kOperandEnds);
  return !is_one_of(token, kWordOperators);
}

TokenStream::TokenStream(std::string_view sql) : sql_(sql.substr(0, sql.find('\0'))) {
  Tokenizer tokenizer(sql);
  // Texts have a token for every six bytes or so.
  tokens_.reserve(sql.size() / 6 + 8);
  do {
    const Token token = tokenizer.next_solid();
    const bool is_word = token.kind == TokenKind::kWord;
    tokens_.push_back({token, is_word ? find_keyword(token.text) : nullptr});
    if (token.kind == TokenKind::kIllegal)
      throw ReadError("unrecognized token",
                      static_cast<std::size_t>(token.text.data() - sql.data()));
  } while (tokens_.back().kind != TokenKind::kEnd);
}

const SolidToken& TokenStream::peek(std::size_t ahead) const {
  const auto i = next_ + ahead;
  return i < tokens_.size() ? tokens_[i] : tokens_.back();
}

SolidToken TokenStream::take() {
  const SolidToken token = peek();
  if (!at_end()) ++next_;
  return token;
}

std::string_view TokenStream::take_text(std::size_t count) {
  const auto first = next_;
  next_ += count;
  return text_since(first);
}

bool TokenStream::accept(std::string_view expected) {
  if (!peek().is(expected)) return false;
  ++next_;
  return true;
}

bool TokenStream::accept(std::string_view first, std::string_view second) {
  if (!peek().is(first) || !peek(1).is(second)) return false;
  next_ += 2;
  return true;
}

void TokenStream::expect(std::string_view expected) {
  if (!accept(expected)) fail(expected);
}

std::string TokenStream::expect_name() {
  if (!peek().is_name() && peek().kind != TokenKind::kString) fail("a name");
  return unquoted(take().text);
}

std::string_view TokenStream::take_to_closing() {
  if (accept(")")) return {};
  const auto inside = take_until([&] { return peek().is(")"); });
  expect(")");
  return inside;
}

std::string_view TokenStream::take_query() {
  const char* begin = take_until([&] { return peek().is(";"); }).data();
  const char* end = at_end() ? sql_.data() + sql_.size() : peek().text.data();
  while (is_space(end[-1])) --end;
  return {begin, end};
}

void TokenStream::fail(std::string_view expected) const {
  const bool is_end = at_end();
  const std::string found = is_end ? "the end" : '"' + std::string(peek().text.substr(0, 40)) + '"';
  const auto position =
      is_end ? sql_.size() : static_cast<std::size_t>(peek().text.data() - sql_.data());
  throw ReadError("expected " + std::string(expected) + ", found " + found, position);
}

/// From the token `first` to the last one that was taken, as it is written.
std::string_view TokenStream::text_since(std::size_t first) const {
  const char* begin = tokens_[first].text.data();
  const auto& last = tokens_[next_ - 1].text;
  return {begin, static_cast<std::size_t>(last.data() + last.size() - begin)};
}

}  // namespace ddltrail::create
