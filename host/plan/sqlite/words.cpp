#include "plan/sqlite/words.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"

namespace ddltrail::sqlite_plan {
namespace {

/// In lower case; quotes and operators part them.
std::set<std::string> words_of(const std::string& text) {
  std::set<std::string> words;
  std::string word;
  for (const char c : text + " ") {
    if (is_of_word(c) || c == '$')
      word += lower(c);
    else if (!word.empty())
      words.insert(std::exchange(word, ""));
  }
  return words;
}

}  // namespace

void Words::add(const std::string& text) { words_.merge(words_of(text)); }

bool Words::may_mention(const std::string& name) const {
  const std::set<std::string> words = words_of(name);
  return std::includes(words_.begin(), words_.end(), words.begin(), words.end());
}

}  // namespace ddltrail::sqlite_plan
