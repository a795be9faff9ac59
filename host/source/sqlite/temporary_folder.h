// A folder of its own for a throw-away database and what SQLite puts beside it; removed with this
// object.
#pragma once

#include <string>

namespace ddltrail {

class TemporaryFolder {
 public:
  /// Throws Error where there can be none.
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace ddltrail
