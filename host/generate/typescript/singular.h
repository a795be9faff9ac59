// What one row of a table is called, where the table is called after many: users -> user. A small
// set of rules for English, which the README lists; the project says what they do not know.
#pragma once

#include <map>
#include <string>

#include "base/unmet.h"

namespace ddltrail::typescript {

class Singular {
 public:
  /// Names as they are.
  Singular() = default;
  /// `own`: of whole names or of their last words, as in people = "person". They win.
  explicit Singular(std::map<std::string, std::string> own);

  /// Of the last word of a name; a name whose words are parted by underscores or begin with
  /// capitals.
  std::string of(const std::string& name) const;

  /// Those of `own` that no name had so far.
  const Unmet& unmet() const { return unmet_; }

 private:
  /// Null where the project says nothing of it.
  const std::string* own(const std::string& name) const;
  std::string of_word(const std::string& word) const;

  bool is_wanted_ = false;
  std::map<std::string, std::string> own_;
  Unmet unmet_;
};

}  // namespace ddltrail::typescript
