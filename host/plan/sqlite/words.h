// The words that texts of SQL are made of: enough to tell that a text cannot mention a name.
#pragma once

#include <set>
#include <string>

namespace ddltrail::sqlite_plan {

class Words {
 public:
  void add(const std::string& text);
  /// False where no text has all words of the name, in any case.
  bool may_mention(const std::string& name) const;

 private:
  std::set<std::string> words_;
};

}  // namespace ddltrail::sqlite_plan
