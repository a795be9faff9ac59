// What one row of a table is called, where the table is called after many: users -> user. A small
// set of rules for English, which the README lists; the project says what they do not know.
#pragma once

#include <map>
#include <string>

namespace ddltrail::typescript {

class Singular {
 public:
  /// Names as they are.
  Singular() = default;
  /// `own`: of whole names or of their last words, as in people = "person". They win.
  explicit Singular(std::map<std::string, std::string> own)
      : is_wanted_(true), own_(std::move(own)) {}

  /// Of the last word of a name; a name whose words are parted by underscores or begin with
  /// capitals.
  std::string of(const std::string& name) const;

 private:
  std::string of_word(const std::string& word) const;

  bool is_wanted_ = false;
  std::map<std::string, std::string> own_;
};

}  // namespace ddltrail::typescript
