#include "mutator.h"

#include "sqlite_create/tokenizer.h"

namespace ddltrail::test {
namespace {

std::vector<std::string> tokens_of(const std::string& text) {
  std::vector<std::string> tokens;
  create::Tokenizer tokenizer(text);
  for (auto token = tokenizer.next(); token.kind != create::TokenKind::kEnd;
       token = tokenizer.next())
    tokens.emplace_back(token.text);
  return tokens;
}

}  // namespace

Mutator::Mutator(unsigned seed, std::vector<std::string> texts) : random_(seed) {
  for (const auto& text : texts) texts_.push_back(tokens_of(text));
}

std::string Mutator::next() {
  auto tokens = texts_[pick(texts_.size())];
  for (auto changes = pick(4) + 1; changes > 0 && !tokens.empty(); --changes) change_token(tokens);
  std::string text;
  for (const auto& token : tokens) text += token;
  if (pick(8) == 0 && !text.empty()) change_byte(text);
  return text;
}

void Mutator::change_token(std::vector<std::string>& tokens) {
  const auto place = tokens.begin() + static_cast<std::ptrdiff_t>(pick(tokens.size()));
  const auto& other = texts_[pick(texts_.size())];
  switch (pick(5)) {
    case 0:
      tokens.erase(place);
      break;
    case 1:
      std::swap(*place, tokens[pick(tokens.size())]);
      break;
    case 2:
      *place = other[pick(other.size())];
      break;
    case 3:
      tokens.insert(place, other[pick(other.size())] + " ");
      break;
    default: {
      const auto from = pick(other.size());
      const auto count = pick(other.size() - from) % 12 + 1;
      tokens.insert(place, other.begin() + static_cast<std::ptrdiff_t>(from),
                    other.begin() + static_cast<std::ptrdiff_t>(from + count));
    }
  }
}

void Mutator::change_byte(std::string& text) {
  constexpr char kBytes[] = "'\"`[]()-/*;.,\n\v\0xX0\x80\xEF";
  const auto place = pick(text.size());
  if (pick(2) == 0) {
    text.erase(place, 1);
  } else {
    text.insert(place, 1, kBytes[pick(sizeof(kBytes))]);
  }
}

}  // namespace ddltrail::test
