#include "copy.h"

#include <algorithm>
#include <vector>

#include "database.h"
#include "statement.h"

namespace ddltrail {
namespace {

bool has_table(sqlite3* db, const TableName& table) {
  return sqlite3_table_column_metadata(db, table.schema.c_str(), table.name.c_str(), nullptr,
                                       nullptr, nullptr, nullptr, nullptr, nullptr) == SQLITE_OK;
}

/// The table that SQLite finds under the name: a temporary one before others.
std::optional<TableName> find_table(sqlite3* db, const CopyStatement::Table& table) {
  std::vector<std::string> schemas = {table.schema};
  if (table.schema.empty()) {
    schemas = {"temp"};
    for (const auto& database : databases_of(db)) schemas.push_back(database.schema);
  }
  for (const auto& schema : schemas) {
    if (TableName found{schema, table.name}; has_table(db, found)) return found;
  }
  return std::nullopt;
}

enum class Columns { kAll, kWritable };

std::vector<std::string> columns_of(sqlite3* db, const TableName& table, Columns which) {
  Statement rows(db, which == Columns::kAll
                         ? "SELECT name FROM pragma_table_xinfo(?2, ?1) WHERE hidden <> 1"
                         : "SELECT name FROM pragma_table_xinfo(?2, ?1) WHERE hidden = 0");
  rows.bind_all(table.schema, table.name);
  std::vector<std::string> names;
  while (rows.step()) names.push_back(rows.text(0));
  return names;
}

/// As the table spells the column; nothing where it has none of that name.
std::optional<std::string> spelled(const std::vector<std::string>& columns,
                                   const std::optional<std::string>& name) {
  if (!name) return std::nullopt;
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const std::string& column) {
    return sqlite3_stricmp(column.c_str(), name->c_str()) == 0;
  });
  if (found == columns.end()) return std::nullopt;
  return *found;
}

using Names = std::vector<std::optional<std::string>>;

/// What is selected: the column of the source, or nothing for an expression.
Names selected_columns(const CopyStatement& statement, const std::vector<std::string>& source) {
  if (!statement.values) return {source.begin(), source.end()};
  Names names;
  for (const auto& value : *statement.values) names.push_back(spelled(source, value.column));
  return names;
}

/// Where it goes.
Names target_columns(sqlite3* db, const CopyStatement& statement, const TableName& target,
                     const std::vector<std::string>& source) {
  if (statement.creates_target) {
    if (!statement.values) return {source.begin(), source.end()};
    Names names;
    for (const auto& value : *statement.values) names.push_back(value.name);
    return names;
  }
  const auto columns = columns_of(db, target, Columns::kWritable);
  if (statement.target_columns.empty()) return {columns.begin(), columns.end()};
  Names names;
  for (const auto& name : statement.target_columns) names.push_back(spelled(columns, name));
  return names;
}

TableName new_table(const CopyStatement::Table& table) {
  return {table.schema.empty() ? "main" : table.schema, table.name};
}

}  // namespace

std::optional<Copy> resolve_copy(sqlite3* db, const CopyStatement& statement) {
  const auto source = find_table(db, statement.source);
  const auto target =
      statement.creates_target ? new_table(statement.target) : find_table(db, statement.target);
  if (!source || !target) return std::nullopt;
  const auto available = columns_of(db, *source, Columns::kAll);
  const auto from = selected_columns(statement, available);
  const auto to = target_columns(db, statement, *target, available);
  if (from.size() != to.size()) return std::nullopt;
  Copy copy{*target, *source, {}};
  for (std::size_t i = 0; i < from.size(); ++i) {
    if (from[i] && to[i]) copy.columns[*to[i]] = *from[i];
  }
  return copy;
}

}  // namespace ddltrail
