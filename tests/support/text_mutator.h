// Texts that are nearly what a parser reads: those of a list with pieces taken out, put in twice,
// taken from another or changed, in an order that follows from a seed.
#pragma once

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace ddltrail {

class TextMutator {
 public:
  TextMutator(unsigned seed, std::vector<std::string> texts)
      : random_(seed), texts_(std::move(texts)) {}

  std::string next() {
    std::string text = any_text();
    for (auto changes = pick(4) + 1; changes > 0; --changes) change(text);
    return text;
  }

 private:
  std::size_t pick(std::size_t count) { return random_() % count; }
  const std::string& any_text() { return texts_[pick(texts_.size())]; }

  std::string piece(const std::string& text) {
    const auto from = pick(text.size() + 1);
    return text.substr(from, pick(text.size() - from + 1) % 24);
  }

  void change(std::string& text) {
    using namespace std::string_literals;
    static const std::string kBytes =
        "\"'`$[](){}<>,;:./\\*?@#-+= \n\t\0"
        "09aeZ_\x7f\x80\xC3\xEF\xF0\xFF"s;
    static const std::vector<std::string> kOdd{"null",
                                               "-1",
                                               "18446744073709551616",
                                               "1e999",
                                               "true",
                                               "[]",
                                               "{}",
                                               "\\ud800",
                                               "\xF0\x9F\x98\x80",
                                               "\"\"",
                                               "''",
                                               std::string(300, '('),
                                               std::string(300, '[')};
    const auto place = pick(text.size() + 1);
    switch (pick(7)) {
      case 0:
        text.erase(place, pick(16));
        break;
      case 1:
        text.insert(place, piece(text));
        break;
      case 2:
        text.insert(place, piece(any_text()));
        break;
      case 3:
        text.insert(place, kOdd[pick(kOdd.size())]);
        break;
      case 4:
        text.insert(place, 1, kBytes[pick(kBytes.size())]);
        break;
      case 5:
        change_number(text, place);
        break;
      default:
        if (place < text.size()) text[place] = kBytes[pick(kBytes.size())];
    }
  }

  /// The first one behind the place; a new one at the end where there is none.
  void change_number(std::string& text, std::size_t place) {
    static const std::vector<std::string> kNumbers{"0",  "1",    "7",
                                                   "99", "5000", "9223372036854775807"};
    const auto from = std::min(text.find_first_of("0123456789", place), text.size());
    const auto to = std::min(text.find_first_not_of("0123456789", from), text.size());
    text.replace(from, to - from, kNumbers[pick(kNumbers.size())]);
  }

  std::mt19937 random_;
  std::vector<std::string> texts_;
};

}  // namespace ddltrail
