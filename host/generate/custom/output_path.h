// Where a template or plugin of the project writes to: below the output folder, whatever the names
// in the database are.
#pragma once

#include <map>
#include <string>

namespace ddltrail::custom {

/// The path, where it stays below the folder. Throws Error with `whose` where it does not.
std::string confined(const std::string& path, const std::string& whose);

/// A path with placeholders such as {{name}}.
class OutputPath {
 public:
  /// `whose`: the setting, for people.
  OutputPath(std::string pattern, std::string whose);

  bool has(const std::string& placeholder) const;
  /// Throws Error for other placeholders than those of `values`, and where the path leaves the
  /// folder.
  std::string with(const std::map<std::string, std::string>& values) const;

 private:
  std::string pattern_;
  std::string whose_;
};

}  // namespace ddltrail::custom
