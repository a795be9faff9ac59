// Where a reader of a SQLite database stands: the cursor of the contract, and what tells whether
// the file is still the one that it was taken from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace ddltrail {

/// Read from the disk, without SQLite.
struct FileIdentity {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  /// From the header of the file: grows with what is written into it, except in WAL mode.
  std::uint32_t change_counter = 0;

  /// Throws Error where the file is not there or not a SQLite database.
  static FileIdentity of(const std::string& path);
  /// This may be the file that `earlier` was, later on. A counter that went back tells of a copy
  /// that was restored over it.
  bool may_follow(const FileIdentity& earlier) const;
};

struct SqliteBookmark {
  FileIdentity file;
  std::int64_t schema_version = 0;
  std::string log_id;          ///< empty: the database had no log
  std::int64_t last_id = 0;    ///< 0: the log was empty
  std::int64_t root_page = 0;  ///< where the change log began
  std::string last_row;        ///< hash of the last row: proves that it is the same log

  std::string text() const;
  /// Nothing where the text is empty, damaged or of another version.
  static std::optional<SqliteBookmark> parse(const std::string& text);
};

}  // namespace ddltrail
