// Reads the change log of a database of any size without parsing its schema.
//
// SQLite parses every CREATE statement of a database before it answers the first query: 130 ms for
// 10,000 tables, to read one row of one table. A window is a read-only connection through a VFS
// that shows SQLite a schema of one table, the change log, in the place of the real first page.
// Locks, snapshots, WAL and everything else are SQLite's own. The page that the log begins at is
// remembered from an ordinary read and may have moved since: the caller must check that the rows
// are those of the log that it knows, and read in the ordinary way where they are not. Nothing can
// be written through a window.
#pragma once

#include <memory>
#include <string>

#include "base/sqlite.h"

namespace ddltrail {

class SchemaWindow {
 public:
  /// The name and the columns of the only table: id INTEGER PRIMARY KEY, c1, c2, ... c<columns -
  /// 1>.
  static constexpr const char* kTable = "l";

  /// `root_page`: where the b-tree of the log begins. Throws sqlite::Failure.
  SchemaWindow(const std::string& path, std::int64_t root_page, int columns);
  ~SchemaWindow();
  sqlite::Connection& connection() { return *connection_; }

 private:
  struct Vfs;
  std::unique_ptr<Vfs> vfs_;
  std::unique_ptr<sqlite::Connection> connection_;
};

}  // namespace ddltrail
