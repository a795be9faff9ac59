#include "source/sqlite/broken_objects.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/warning.h"

namespace ddltrail {
namespace {

struct Candidate {
  std::string kind;
  std::string name;
  std::string select;
};

std::vector<Candidate> views_and_virtual_tables(sqlite::Connection& connection) {
  std::vector<Candidate> views;
  sqlite::Statement rows(connection,
                         "SELECT iif(type = 'view', 'view', 'virtual table'), name,"
                         " printf('SELECT * FROM main.\"%w\"', name) FROM main.sqlite_schema"
                         " WHERE rootpage = 0 AND type IN ('table', 'view') ORDER BY name");
  while (rows.step())
    views.push_back(
        {std::string(rows.text(0)), std::string(rows.text(1)), std::string(rows.text(2))});
  return views;
}

// What SQLite has read of tables, views and indexes its pragmas tell; of triggers nothing does.
constexpr std::string_view kDamaged =
    "SELECT s.type, s.name FROM main.sqlite_schema AS s"
    " WHERE s.name NOT GLOB 'sqlite_*' AND CASE s.type"
    " WHEN 'index' THEN NOT EXISTS (SELECT 1 FROM pragma_index_list(s.tbl_name, 'main') AS i"
    "                               WHERE i.name = s.name)"
    "  AND s.tbl_name IN (SELECT l.name FROM pragma_table_list AS l WHERE l.schema = 'main')"
    " WHEN 'trigger' THEN ddltrail_create(s.sql) ->> 'error' IS NOT NULL"
    " ELSE s.name NOT IN (SELECT l.name FROM pragma_table_list AS l WHERE l.schema = 'main') END"
    " ORDER BY s.name";

}  // namespace

void resolve_views(sqlite::Connection& connection) {
  for (const Candidate& view : views_and_virtual_tables(connection)) {
    try {
      sqlite::Statement ignored(connection, view.select);
    } catch (const sqlite::Failure& failure) {
      warn(fmt::format("{} \"main.{}\" cannot be read: {}", view.kind, view.name, failure.what()));
    }
  }
}

void tolerate_damage(sqlite::Connection& connection) {
  connection.execute("PRAGMA writable_schema = ON");
}

bool is_damaged_text(const sqlite::Failure& failure) {
  return failure.primary_code() == SQLITE_CORRUPT &&
         std::string_view(failure.what()).find("malformed database schema") !=
             std::string_view::npos;
}

void warn_of_damage(sqlite::Connection& connection) {
  sqlite::Statement rows(connection, kDamaged);
  while (rows.step())
    warn(fmt::format("{} \"main.{}\" cannot be read: its text in sqlite_schema is damaged",
                     rows.text(0), rows.text(1)));
}

}  // namespace ddltrail
