// Files of a folder whose names begin with a version: 20261121093000_add_profile and an ending.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/file_system.h"
#include "migrate/migration.h"

namespace ddltrail::migrate {

struct VersionedName {
  std::string version;
  std::string name;
};

/// Nothing where the name does not begin with digits, or does not end so. After the digits comes
/// an underscore and a name, or nothing.
std::optional<VersionedName> versioned_name(std::string_view file, std::string_view ending);

/// The text of a file that is listed. `path`: with the folder.
std::string text_of(FileSystem& files, const std::string& path);

/// The names of the files in the folder itself, sorted.
std::vector<std::string> files_in(FileSystem& files, const std::string& folder);

/// Warns of a file that looks like a migration and is none.
void warn_of_stray(const std::string& folder, const std::string& file);

/// Puts them in the order of their versions. Throws Error where two have the same.
void sort_by_version(std::vector<Migration>& migrations);

/// `read(text, path)` reads a direction.
using ReadScript = std::function<Script(const std::string& text, const std::string& path)>;

/// Pairs of files that end with .up.sql and .down.sql.
std::vector<Migration> read_pairs(FileSystem& files, const std::string& folder,
                                  const ReadScript& read);

}  // namespace ddltrail::migrate
