// How migrations lie in a folder: in plain pairs of SQL files, or as one of the tools that people
// use reads them. A layout writes what it reads, and reads what people write for that tool.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/file_system.h"
#include "migrate/migration.h"

namespace ddltrail::migrate {

/// `path`: relative to the folder. `former`: what a file has that is written anew.
struct TextFile {
  std::string path;
  std::string content;
  std::optional<std::string> former = {};
};

class Layout {
 public:
  virtual ~Layout() = default;
  /// All migrations of the folder, in their order; none where there is no folder. Throws Error
  /// where a file cannot be read as one.
  virtual std::vector<Migration> read(FileSystem& files, const std::string& folder,
                                      const Dialect& dialect) const = 0;
  /// The files of a new migration. `files` has the folder as it is. Throws Error where the layout
  /// cannot hold it.
  virtual std::vector<TextFile> write(FileSystem& files, const std::string& folder,
                                      const Migration& migration, const Dialect& dialect) const = 0;
};

/// The names of the layouts: plain, golang-migrate, dbmate, ...
std::vector<std::string> layout_names();

/// Of one of these names.
std::unique_ptr<Layout> make_layout(const std::string& name);

/// Writes all of them or none, and none over a file that nobody expected. Throws Error.
void write_new(FileSystem& files, const std::string& folder, const std::vector<TextFile>& texts);

/// Makes the folder as it was before they were written.
void take_back(FileSystem& files, const std::string& folder, const std::vector<TextFile>& texts);

}  // namespace ddltrail::migrate
