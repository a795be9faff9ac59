#include "twin.h"

#include <stdexcept>

#include "sqlite_create/statement.h"

namespace ddltrail::test {
namespace {

std::string line(const std::string& subject, const Row& row) {
  std::string text = subject;
  for (const auto& value : row) text += " | " + value.value_or("null");
  return text;
}

void describe(Connection& db, const std::string& subject, const std::string& query,
              std::vector<std::string>& lines) {
  try {
    for (const auto& row : db.rows(query)) lines.push_back(line(subject, row));
  } catch (const std::runtime_error& error) {
    lines.push_back(subject + ": " + error.what());
  }
}

std::string literal(const std::string& text) {
  std::string quoted = "'";
  for (const char c : text) quoted.append(c == '\'' ? 2 : 1, c);
  return quoted + "'";
}

/// Behind a default SQLite keeps comments.
void describe_columns(Connection& db, const std::string& table, std::vector<std::string>& lines) {
  try {
    for (auto& row : db.rows("SELECT * FROM pragma_table_xinfo(" + literal(table) + ", 'main')")) {
      if (row[4]) row[4] = create::normal_form(*row[4]);
      lines.push_back(line("column of " + table, row));
    }
  } catch (const std::runtime_error& error) {
    lines.push_back("columns of " + table + ": " + error.what());
  }
}

void describe_indexes(Connection& db, const std::string& table, std::vector<std::string>& lines) {
  describe(db, "indexes of " + table,
           "SELECT * FROM pragma_index_list(" + literal(table) + ", 'main')", lines);
  for (const auto& index :
       db.rows("SELECT name FROM pragma_index_list(" + literal(table) + ", 'main')"))
    describe(db, "index " + *index[0],
             "SELECT * FROM pragma_index_xinfo(" + literal(*index[0]) + ", 'main')", lines);
}

// Shadow tables come with their virtual table.
constexpr const char* kTexts =
    "SELECT sql FROM main.sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' "
    "ESCAPE '\\'"
    " AND name NOT IN (SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = "
    "'shadow')"
    " ORDER BY type <> 'table', type <> 'view', rowid";

}  // namespace

std::string lost_in_print(const std::string& sql) {
  const auto statement = create::read_statement(sql);
  const auto printed = create::print(statement);
  if (create::read_statement(printed) != statement) return "not the same again: " + printed;
  if (create::print(create::read_statement(printed)) != printed) return "not stable: " + printed;
  return {};
}

std::vector<std::string> described(Connection& db) {
  std::vector<std::string> lines;
  for (const auto& table :
       db.rows("SELECT type, name FROM main.sqlite_schema WHERE type IN ('table', 'view')"
               " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name, type")) {
    const auto& name = *table[1];
    describe(db, "table " + name,
             "SELECT type, wr, strict FROM pragma_table_list WHERE schema = 'main' AND name = " +
                 literal(name),
             lines);
    describe_columns(db, name, lines);
    describe(db, "foreign key of " + name,
             "SELECT * FROM pragma_foreign_key_list(" + literal(name) + ", 'main')", lines);
    describe_indexes(db, name, lines);
  }
  describe(db, "trigger",
           "SELECT name, tbl_name FROM main.sqlite_schema WHERE type = 'trigger' ORDER BY 1",
           lines);
  return lines;
}

void make_twin(Connection& db, Connection& twin) {
  for (const auto& row : db.rows(kTexts)) twin.run(create::print(create::read_statement(*row[0])));
}

}  // namespace ddltrail::test
