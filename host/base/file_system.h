// The disk as an interface: what the emitter needs of it and no more, so that tests can use one in
// memory that fails on purpose. Paths are absolute or relative to the working directory.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ddltrail {

/// Tells whether a file or folder is still the one that was seen.
struct FileStamp {
  std::uint64_t inode = 0;
  std::int64_t modified_ns = 0;
  std::uint64_t size = 0;  ///< 0 for a folder
  bool operator==(const FileStamp&) const = default;
};

class FileSystem {
 public:
  virtual ~FileSystem() = default;
  /// Nothing where there is no such file. Throws Error where it cannot be read.
  virtual std::optional<std::string> read(const std::string& path) = 0;
  /// Atomically replaces the file (temporary file beside it, then rename); makes missing folders.
  /// Throws Error and leaves the old file where that fails.
  virtual void replace(const std::string& path, std::string_view content) = 0;
  /// Removes a file, and the folders above it that are then empty. No error where there is none.
  virtual void remove(const std::string& path) = 0;
  virtual std::optional<FileStamp> stamp(const std::string& path) = 0;
  /// The files below a folder that can be read, as paths relative to it, sorted; empty where there
  /// is no folder. Symbolic links to folders are not followed. Throws Error where the disk fails.
  virtual std::vector<std::string> files_below(const std::string& folder) = 0;
};

/// What a temporary file of replace() ends with; a killed run leaves one behind.
inline constexpr std::string_view kTemporarySuffix = ".ddltrail-tmp";

std::unique_ptr<FileSystem> disk();

}  // namespace ddltrail
