#include "database.h"

#include <algorithm>
#include <cstdint>
#include <set>

#include "statement.h"

namespace ddltrail {
namespace {

constexpr int kTemporary = 1;  // the index that SQLite gives to the temporary database

std::string enclosed(const std::string& text, char quote) {
  std::string result(1, quote);
  for (const char c : text) result.append(c == quote ? 2 : 1, c);
  return result + quote;
}

bool is_word(char c) {
  return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::size_t end_of_word(std::string_view sql, std::size_t at) {
  return std::find_if_not(sql.begin() + static_cast<std::ptrdiff_t>(at), sql.end(), is_word) -
         sql.begin();
}

/// The end of the word, text, quoted name, comment or single character that begins there. A
/// doubled quote reads as two texts, which does no harm here.
std::size_t end_of_token(std::string_view sql, std::size_t at) {
  std::size_t end = at + 1;
  if (is_word(sql[at])) return end_of_word(sql, at);
  if (sql[at] == '\'' || sql[at] == '"')
    end = sql.find(sql[at], at + 1) + 1;
  else if (sql.substr(at, 2) == "--")
    end = sql.find('\n', at);
  return std::min(end == 0 ? std::string_view::npos : end, sql.size());
}

}  // namespace

std::string quoted(const std::string& name) { return enclosed(name, '"'); }

std::string Database::description() const {
  const char* file = sqlite3_db_filename(handle, schema.c_str());
  if (file == nullptr || *file == '\0') return quoted(schema);
  return quoted(schema) + " (" + file + ")";
}

std::string Database::localized(std::string_view sql) const {
  if (is_main()) return std::string(sql);
  std::string result;
  for (std::size_t at = 0; at < sql.size();) {
    const auto end = end_of_token(sql, at);
    const auto token = sql.substr(at, end - at);
    if (token == "main" && sql.substr(end, 1) == ".")
      result += quoted(schema);
    else if (token == "'main'")
      result += enclosed(schema, '\'');
    else
      result += token;
    at = end;
  }
  return result;
}

std::vector<Database> databases_of(sqlite3* connection) {
  std::vector<Database> databases{Database(connection)};
  for (int i = kTemporary + 1; sqlite3_db_name(connection, i) != nullptr; ++i)
    databases.emplace_back(connection, sqlite3_db_name(connection, i), i);
  return databases;
}

std::vector<Database> databases_changed_by(sqlite3* connection, const std::string& text) {
  constexpr int kSchemaVersionCookie = 1;
  auto databases = databases_of(connection);
  if (databases.size() == 1) return databases;
  std::set<std::int64_t> changed;
  Statement program(connection, "EXPLAIN " + text);
  while (program.step()) {
    // opcode, P1: the database, P2: what is set.
    if (program.text(1) == "SetCookie" && program.integer(3) == kSchemaVersionCookie)
      changed.insert(program.integer(2));
  }
  std::erase_if(databases,
                [&](const Database& database) { return !changed.contains(database.index); });
  return databases;
}

Database database_named(sqlite3* connection, const std::string& name) {
  for (const auto& database : databases_of(connection)) {
    if (sqlite3_stricmp(database.schema.c_str(), name.c_str()) == 0) return database;
  }
  throw SqliteError(SQLITE_ERROR, "no database \"" + name + "\" is attached that can have a log");
}

}  // namespace ddltrail
