// One database of a connection: main, or a file that is attached under a name. All SQL is written
// for main; a statement of another database has that one's name in the place of main's.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sqlite_api.h"

namespace ddltrail {

struct Database {
  Database(sqlite3* connection, std::string name = "main", int number = 0)
      : handle(connection), schema(std::move(name)), index(number) {}

  /// The name and, where there is one, the file: "main" (/data/shop.db).
  std::string description() const;
  bool is_read_only() const { return sqlite3_db_readonly(handle, schema.c_str()) == 1; }
  bool is_main() const { return schema == "main"; }
  /// The statement with `main.` and `'main'` replaced, outside of other texts, names and comments.
  std::string localized(std::string_view sql) const;

  sqlite3* handle;
  std::string schema;  // as it was attached
  int index;           // among the databases of the connection
};

/// Main, then the attached databases; not the temporary one.
std::vector<Database> databases_of(sqlite3* connection);

/// The databases whose schema a statement changes. Where there are several, names resolve over all
/// of them as only SQLite knows how: so it is asked.
std::vector<Database> databases_changed_by(sqlite3* connection, const std::string& text);

/// The database of that name, in any case. Throws where there is none, and for the temporary one.
Database database_named(sqlite3* connection, const std::string& name);

/// A name as an identifier of SQL.
std::string quoted(const std::string& name);

}  // namespace ddltrail
