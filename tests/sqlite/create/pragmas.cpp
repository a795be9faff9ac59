#include "pragmas.h"

#include "sqlite_create/description.h"
#include "sqlite_create/function.h"
#include "sqlite_create/statement.h"

namespace ddltrail::test {
namespace {

/// The same rows, told by the reader and by SQLite.
struct Comparison {
  const char* by_reader;
  const char* by_sqlite;
};

constexpr Comparison kColumns = {
    "SELECT 'column', s.name, c.key, c.value ->> 'name', c.value ->> 'type',"
    " c.value ->> 'generation_expression' IS NOT NULL"
    " FROM s, json_each(ddltrail_create(s.sql), '$.columns') AS c",
    "SELECT 'column', s.name, x.cid, x.name, x.type, x.hidden IN (2, 3)"
    " FROM s, pragma_table_xinfo(s.name, 'main') AS x"};

constexpr Comparison kOptions = {
    "SELECT 'options', s.name, ddltrail_create(s.sql) ->> 'is_strict',"
    " ddltrail_create(s.sql) ->> 'options' = '[\"without_rowid=true\"]' FROM s",
    "SELECT 'options', s.name, l.strict, l.wr FROM s, pragma_table_list AS l"
    " WHERE l.schema = 'main' AND l.name = s.name"};

constexpr Comparison kForeignKeys = {
    "SELECT 'foreign key', s.name, c.value -> 'columns', c.value ->> 'referenced_table',"
    " c.value -> 'referenced_columns', c.value ->> 'on_update', c.value ->> 'on_delete'"
    " FROM s, json_each(ddltrail_create(s.sql), '$.constraints') AS c"
    " WHERE c.value ->> 'kind' = 'foreign key'",
    "SELECT 'foreign key', name, json_group_array(\"from\"), parent,"
    " json_group_array(\"to\") FILTER (WHERE \"to\" IS NOT NULL), lower(on_update), "
    "lower(on_delete)"
    " FROM (SELECT s.name AS name, f.\"table\" AS parent, f.* FROM s,"
    " pragma_foreign_key_list(s.name, 'main') AS f ORDER BY 1, f.id, f.seq) GROUP BY name, id"};

constexpr Comparison kPrimaryKeys = {
    "SELECT 'primary key', s.name, c.value -> 'columns'"
    " FROM s, json_each(ddltrail_create(s.sql), '$.constraints') AS c"
    " WHERE c.value ->> 'kind' = 'primary key'",
    "SELECT 'primary key', name, json_group_array(column) FROM (SELECT s.name AS name, x.name AS"
    " column FROM s, pragma_table_xinfo(s.name, 'main') AS x WHERE x.pk > 0 ORDER BY 1, x.pk)"
    " GROUP BY name"};

// With the primary keys: one that says what a primary key says too may have no index of its own.
constexpr Comparison kUniques = {
    "SELECT 'unique', s.name, c.value -> 'columns'"
    " FROM s, json_each(ddltrail_create(s.sql), '$.constraints') AS c"
    " WHERE c.value ->> 'kind' IN ('unique', 'primary key')",
    "SELECT 'unique', name, json_group_array(column) FROM (SELECT s.name AS name, i.name AS"
    " \"index\", x.name AS column FROM s, pragma_index_list(s.name, 'main') AS i,"
    " pragma_index_info(i.name, 'main') AS x WHERE i.origin = 'u' ORDER BY 1, 2, x.seqno)"
    " GROUP BY name, \"index\" UNION "
    "SELECT 'unique', name, json_group_array(column) FROM (SELECT s.name AS name, x.name AS"
    " column FROM s, pragma_table_xinfo(s.name, 'main') AS x WHERE x.pk > 0 ORDER BY 1, x.pk)"
    " GROUP BY name"};

constexpr const char* kTables =
    "WITH s AS (SELECT name, sql FROM main.sqlite_schema WHERE type = 'table' AND rootpage > 0"
    " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\')";

std::string lines(Connection& db, const std::string& query) {
  std::string text;
  for (const auto& row : db.rows(query)) {
    for (const auto& value : row) text += value.value_or("null") + " | ";
    text += '\n';
  }
  return text;
}

std::string difference(Connection& db, const Comparison& comparison) {
  const auto only = [&](const char* in, const char* not_in) {
    return lines(db, std::string(kTables) + " SELECT * FROM (" + in + ") EXCEPT SELECT * FROM (" +
                         not_in + ")");
  };
  const auto reader = only(comparison.by_reader, comparison.by_sqlite);
  const auto sqlite = only(comparison.by_sqlite, comparison.by_reader);
  return (reader.empty() ? "" : "only by the reader: " + reader) +
         (sqlite.empty() ? "" : "only by SQLite: " + sqlite);
}

/// What no pragma tells.
std::string difference_in_metadata(Connection& db, const Row& column) {
  const char* collation = nullptr;
  int is_autoincrement = 0;
  sqlite3_table_column_metadata(db.handle(), "main", column[0]->c_str(), column[1]->c_str(),
                                nullptr, &collation, nullptr, nullptr, &is_autoincrement);
  const std::string by_reader = column[2].value_or("BINARY") + " " + *column[3];
  const std::string by_sqlite = std::string(collation) + " " + std::to_string(is_autoincrement);
  if (sqlite3_stricmp(by_reader.c_str(), by_sqlite.c_str()) == 0) return {};
  return *column[0] + "." + *column[1] + ": " + by_reader + " by the reader, " + by_sqlite + "\n";
}

/// A column as the reader and as SQLite tell it. Behind a default SQLite may tell comments.
std::string line_of(const create::ColumnDescription& column, bool has_comment) {
  const auto generated = column.generated == nullptr   ? "0"
                         : column.generated->is_stored ? "3"
                                                       : "2";
  return column.type + " | " + (column.is_not_null ? "1" : "0") + " | " +
         (column.is_rowid ? "1" : "0") + " | " + generated + " | " +
         (has_comment ? "" : column.default_expression.value_or("null"));
}

std::string line_of(const Row& column, bool has_comment) {
  return *column[0] + " | " + *column[1] + " | " + *column[2] + " | " + *column[3] + " | " +
         (has_comment ? "" : column[4].value_or("null"));
}

// A primary key without an index of its own is the rowid.
constexpr const char* kPragmaColumns =
    "SELECT x.type, x.\"notnull\", x.pk > 0 AND NOT EXISTS (SELECT 1 FROM"
    " pragma_index_list(s.name, 'main') AS i WHERE i.origin = 'pk'), x.hidden, x.dflt_value"
    " FROM s, pragma_table_xinfo(s.name, 'main') AS x ORDER BY s.name, x.cid";

/// Whatever the definitions in the log are made of.
std::string difference_in_columns(Connection& db) {
  const std::string tables(kTables);
  const auto expected = db.rows(tables + kPragmaColumns);
  auto next = expected.begin();
  for (const auto& row : db.rows(tables + " SELECT sql FROM s ORDER BY name")) {
    const bool has_comment =
        row[0]->find("--") != std::string::npos || row[0]->find("/*") != std::string::npos;
    const auto statement = create::read_statement(*row[0]);
    for (const auto& column : create::describe_columns(std::get<create::Table>(statement))) {
      if (next == expected.end()) return "more columns by the reader: " + *row[0];
      const auto by_reader = line_of(column, has_comment);
      const auto by_sqlite = line_of(*next++, has_comment);
      if (by_reader != by_sqlite)
        return by_reader + " by the reader, " + by_sqlite + ": " + *row[0];
    }
  }
  return next == expected.end() ? "" : "fewer columns by the reader";
}

constexpr const char* kMetadata =
    " SELECT s.name, c.value ->> 'name', c.value ->> 'collation', EXISTS (SELECT 1 FROM"
    " json_each(ddltrail_create(s.sql), '$.constraints') AS k"
    " WHERE k.value ->> 'kind' = 'primary key' AND k.value ->> 'definition' LIKE '% "
    "AUTOINCREMENT)%'"
    " AND k.value ->> '$.columns[0]' = c.value ->> 'name')"
    " FROM s, json_each(ddltrail_create(s.sql), '$.columns') AS c";

}  // namespace

std::string difference_from_pragmas(Connection& db) {
  create::register_function(db.handle());
  std::string text;
  for (const auto& comparison : {kColumns, kOptions, kForeignKeys, kPrimaryKeys, kUniques})
    text += difference(db, comparison);
  text += difference_in_columns(db);
  for (const auto& column : db.rows(std::string(kTables) + kMetadata))
    text += difference_in_metadata(db, column);
  return text;
}

}  // namespace ddltrail::test
