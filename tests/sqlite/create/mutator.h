// Texts that are nearly CREATE statements: those of a list with some of their tokens or bytes
// changed, in an order that follows from a seed.
#pragma once

#include <random>
#include <string>
#include <vector>

namespace ddltrail::test {

class Mutator {
 public:
  Mutator(unsigned seed, std::vector<std::string> texts);
  std::string next();

 private:
  std::size_t pick(std::size_t count) { return random_() % count; }
  /// Changes a token of the text, which has at least one.
  void change_token(std::vector<std::string>& tokens);
  void change_byte(std::string& text);

  std::mt19937 random_;
  std::vector<std::vector<std::string>> texts_;  // as tokens
};

}  // namespace ddltrail::test
