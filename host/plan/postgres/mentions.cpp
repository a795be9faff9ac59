#include "plan/postgres/mentions.h"

#include <optional>

#include "base/ascii.h"
#include "plan/postgres/names.h"

namespace ddltrail::postgres_plan {
namespace {

bool is_part(char c) { return is_of_word(c) || c == '$'; }

/// A word, or a single character that is none.
struct Token {
  std::string text;
  bool is_word = false;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Strings are gone through as well: 'public.users_id_seq'::regclass.
class Tokens {
 public:
  explicit Tokens(std::string_view text) : text_(text) {}

  std::optional<Token> next() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\''))
      ++at_;
    if (at_ >= text_.size()) return std::nullopt;
    Token token{"", false, at_, 0};
    if (text_[at_] == '"')
      take_quoted(token);
    else if (is_part(text_[at_]))
      take_word(token);
    else
      token.text = text_[at_++];
    token.end = at_;
    return token;
  }

 private:
  void take_quoted(Token& token) {
    token.is_word = true;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '"' && (++at_ == text_.size() || text_[at_] != '"')) break;
      token.text += text_[at_];
    }
  }

  void take_word(Token& token) {
    token.is_word = true;
    while (at_ < text_.size() && is_part(text_[at_])) token.text += text_[at_++];
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

/// Calls visit(first, second) for each pair of tokens with a point between them, without blanks.
template <class Visit, class VisitWord>
void walk(std::string_view text, Visit visit, VisitWord visit_word) {
  Tokens tokens(text);
  Token before, point;  // they end at 0 where there are none
  while (const auto token = tokens.next()) {
    if (token->is_word) visit_word(*token);
    if (point.end > 0 && token->begin == point.end) visit(before, *token);
    const bool is_point = token->text == "." && !token->is_word;
    if (is_point && before.is_word && token->begin == before.end) {
      point = *token;
      continue;
    }
    point.end = 0;
    before = *token;
  }
}

}  // namespace

void Mentions::add(std::string_view text) {
  walk(
      text,
      [&](const Token& first, const Token& second) {
        if (second.is_word)
          names.insert({first.text, second.text});
        else if (second.text == "*")
          has_whole_row = true;
      },
      [&](const Token& word) {
        if (word.text == "GROUP") has_group = true;
        words.insert(word.text);
      });
}

void for_each_name(std::string_view text,
                   const std::function<void(const std::string&, const std::string&)>& visit) {
  if (text.find('.') == std::string_view::npos) return;
  walk(
      text,
      [&](const Token& first, const Token& second) {
        if (second.is_word) visit(first.text, second.text);
      },
      [](const Token&) {});
}

Mentions mentions_of(std::string_view text) {
  Mentions mentions;
  mentions.add(text);
  return mentions;
}

std::string with_name(std::string_view text, const std::pair<std::string, std::string>& former,
                      const std::pair<std::string, std::string>& later) {
  std::string result;
  std::size_t done = 0;
  walk(
      text,
      [&](const Token& first, const Token& second) {
        if (!second.is_word || first.text != former.first || second.text != former.second) return;
        if (first.begin < done) return;
        result += text.substr(done, first.begin - done);
        result += qualified(later);
        done = second.end;
      },
      [](const Token&) {});
  return result + std::string(text.substr(done));
}

}  // namespace ddltrail::postgres_plan
