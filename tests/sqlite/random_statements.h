// Random DDL that often works: few names, so that statements meet each other's objects.
#pragma once

#include <random>
#include <string>
#include <vector>

namespace ddltrail::test {

class RandomStatements {
 public:
  explicit RandomStatements(unsigned seed) : random_(seed) {}

  /// One schema statement. It may fail, as anybody's may.
  std::string next();
  /// The rebuild of a table, as migration tools do it in a transaction. Any part of it may fail.
  std::vector<std::string> rebuild();
  int pick(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }

 private:
  std::string table() { return kTables[pick(5)]; }
  std::string column() { return kColumns[pick(5)]; }
  std::string create_table();
  std::string shape();

  // Hostile on purpose: quotes, keywords, a newline, letters beyond ASCII, an underscore that makes
  // a name look like a shadow table.
  static constexpr const char* kTables[5] = {"plain", "\"a\"\"b's\"", "[select]", "\"Stra\nße\"",
                                             "docs_data2"};
  static constexpr const char* kColumns[5] = {"a", "\"q\"\"u\"", "\"from\"", "\"ü b\"", "[x'y]"};
  std::mt19937 random_;
};

}  // namespace ddltrail::test
