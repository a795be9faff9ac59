#include "diff/sql_tokens.h"

#include <algorithm>

#include "base/ascii.h"

namespace ddltrail {
namespace {

using Kind = SqlToken::Kind;

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  std::vector<SqlToken> run() {
    while (at_ < text_.size()) {
      const std::size_t begin = at_;
      if (is_space(text_[at_])) {
        ++at_;
        continue;
      }
      SqlToken token = take();
      token.begin = begin;
      token.end = at_;
      tokens_.push_back(std::move(token));
    }
    return std::move(tokens_);
  }

 private:
  SqlToken take() {
    const char c = text_[at_];
    if (c == '"') return {Kind::kWord, take_quoted()};
    if (c == '\'') return {Kind::kString, take_quoted()};
    if (const std::string_view mark = dollar_mark(); !mark.empty()) return take_between(mark);
    if (is_of_word(c)) return {Kind::kWord, take_word()};
    ++at_;
    return {Kind::kSign, {c}};
  }

  /// The text between quotes, which are doubled inside.
  std::string take_quoted() {
    const char quote = text_[at_++];
    std::string taken;
    for (; at_ < text_.size(); ++at_) {
      if (text_[at_] == quote && (++at_ == text_.size() || text_[at_] != quote)) break;
      taken += text_[at_];
    }
    return taken;
  }

  std::string take_word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && (is_of_word(text_[at_]) || text_[at_] == '$')) ++at_;
    return std::string(text_.substr(begin, at_ - begin));
  }

  /// $$ or $function$ where one begins here, else nothing.
  std::string_view dollar_mark() const {
    if (text_[at_] != '$') return {};
    std::size_t end = at_ + 1;
    while (end < text_.size() && is_of_word(text_[end])) ++end;
    const bool is_mark =
        end < text_.size() && text_[end] == '$' && (end == at_ + 1 || !is_digit(text_[at_ + 1]));
    return is_mark ? text_.substr(at_, end + 1 - at_) : std::string_view();
  }

  SqlToken take_between(std::string_view mark) {
    const std::size_t begin = at_ + mark.size();
    const std::size_t end = std::min(text_.find(mark, begin), text_.size());
    at_ = std::min(end + mark.size(), text_.size());
    return {Kind::kString, std::string(text_.substr(begin, end - begin))};
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<SqlToken> tokens_;
};

}  // namespace

std::vector<SqlToken> sql_tokens(std::string_view text) { return Lexer(text).run(); }

std::string quoted_where_needed(const std::string& name) {
  const bool is_plain = !name.empty() && !is_digit(name.front()) &&
                        std::all_of(name.begin(), name.end(),
                                    [](char c) { return is_lower(c) || is_digit(c) || c == '_'; });
  if (is_plain) return name;
  std::string quoted = "\"";
  for (const char c : name) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + '"';
}

}  // namespace ddltrail
