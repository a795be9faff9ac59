#include "database.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "sqlite_create/function.h"

namespace ddltrail::test {
namespace {

constexpr const char* kDefinedRelations[] = {"tables",       "columns", "constraints",
                                             "foreign_keys", "views",   "indexes"};

Json typed(const std::string& type, const std::optional<std::string>& value) {
  if (!value) return nullptr;
  if (type == "boolean") return *value != "0";
  if (type == "integer") return std::stoll(*value);
  if (type == "json") return Json::parse(*value);
  return *value;
}

std::string comparable(Json row, ObjectIds ids) {
  if (ids == ObjectIds::kIgnored) row.erase("object_id");
  return row.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// As sql/sqlite/relations/columns.sql tells a reader to: a view that cannot be resolved hides
/// sound ones until then, and virtual tables too.
void resolve_views(Connection& connection) {
  for (const auto& row :
       connection.rows("SELECT format('SELECT * FROM \"%w\" LIMIT 0', name) FROM main.sqlite_schema"
                       " WHERE type IN ('table', 'view') AND rootpage = 0"))
    connection.try_run(*row[0]);
}

}  // namespace

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

const Json& contract() {
  static const Json kContract = Json::parse(read_file(DDLTRAIL_SQL_DIR "/contract.json"));
  return kContract;
}

TemporaryDirectory::TemporaryDirectory() {
  std::string pattern = (std::filesystem::temp_directory_path() / "ddltrail-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("mkdtemp failed");
  path_ = pattern;
}

TemporaryDirectory::~TemporaryDirectory() { std::filesystem::remove_all(path_); }

Connection::Connection(const std::string& path, Extension extension, int flags) {
  if (sqlite3_open_v2(path.c_str(), &db_, flags, nullptr) != SQLITE_OK)
    throw std::runtime_error(sqlite3_errmsg(db_));
  sqlite3_busy_timeout(db_, 20000);
  if (extension == Extension::kLoaded) load_extension();
}

Connection::~Connection() { sqlite3_close(db_); }

void Connection::load_extension() {
  sqlite3_enable_load_extension(db_, 1);
  char* error = nullptr;
  if (sqlite3_load_extension(db_, DDLTRAIL_EXTENSION, nullptr, &error) != SQLITE_OK) {
    const std::string message = error == nullptr ? "cannot load" : error;
    sqlite3_free(error);
    throw std::runtime_error(message);
  }
}

std::string Connection::try_run(const std::string& sql) {
  char* error = nullptr;
  if (sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, &error) == SQLITE_OK) return {};
  const std::string message = error == nullptr ? "failed" : error;
  sqlite3_free(error);
  return message;
}

void Connection::run(const std::string& sql) {
  const auto error = try_run(sql);
  if (!error.empty()) throw std::runtime_error(error + " in: " + sql);
}

std::vector<Row> Connection::rows(const std::string& query) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(db_, query.c_str(), -1, &statement, nullptr) != SQLITE_OK)
    throw std::runtime_error(std::string(sqlite3_errmsg(db_)) + " in: " + query);
  std::vector<Row> rows;
  int rc = SQLITE_OK;
  while ((rc = sqlite3_step(statement)) == SQLITE_ROW) {
    Row row;
    for (int i = 0; i < sqlite3_column_count(statement); ++i) {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
      const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, i));
      row.push_back(text == nullptr ? std::nullopt : std::optional(std::string(text, size)));
    }
    rows.push_back(std::move(row));
  }
  const std::string error = sqlite3_errmsg(db_);
  sqlite3_finalize(statement);
  if (rc != SQLITE_DONE) throw std::runtime_error(error + " in: " + query);
  return rows;
}

std::string Connection::value(const std::string& query) {
  const auto result = rows(query);
  if (result.empty()) return "no row";
  return result[0][0].value_or("null");
}

std::vector<std::string> Connection::trail() {
  std::vector<std::string> lines;
  for (const auto& row : rows("SELECT format('%s %s %s [%s]', action, object_kind, object_name,"
                              " (SELECT group_concat(value ->> 'op', ' ') FROM json_each(details)))"
                              " FROM ddltrail_change_log WHERE action <> 'baseline' ORDER BY id"))
    lines.push_back(*row[0]);
  return lines;
}

Schema replay_log(Connection& connection, ObjectIds ids) {
  std::map<std::string, Json> definitions;
  for (const auto& row :
       connection.rows("SELECT object_id, definition FROM ddltrail_change_log ORDER BY id")) {
    if (row[1])
      definitions[*row[0]] = Json::parse(*row[1]);
    else
      definitions.erase(*row[0]);
  }
  Schema schema;
  for (const auto& [id, definition] : definitions) {
    for (const auto& [relation, rows] : definition.items()) {
      for (const auto& row : rows) schema[relation].insert(comparable(row, ids));
    }
  }
  return schema;
}

Schema read_schema(Connection& connection, ObjectIds ids) {
  if (!connection.try_run("SELECT ddltrail_create(NULL)").empty())
    create::register_function(connection.handle());
  resolve_views(connection);
  Schema schema;
  for (const std::string relation : kDefinedRelations) {
    const Json& columns = contract()["relations"][relation]["columns"];
    for (const auto& values :
         connection.rows(read_file(DDLTRAIL_SQL_DIR "/sqlite/relations/" + relation + ".sql"))) {
      Json row;
      for (std::size_t i = 0; i < columns.size(); ++i)
        row[columns[i]["name"].get<std::string>()] = typed(columns[i]["type"], values.at(i));
      schema[relation].insert(comparable(row, ids));
    }
  }
  return schema;
}

std::string difference(Connection& connection, ObjectIds ids) {
  Schema logged = replay_log(connection, ids);
  Schema live = read_schema(connection, ids);
  std::string text;
  for (const std::string relation : kDefinedRelations) {
    for (const auto& row : live[relation]) {
      const auto same = logged[relation].find(row);
      if (same == logged[relation].end())
        text += "not in the log: " + relation + " " + row + "\n";
      else
        logged[relation].erase(same);
    }
    for (const auto& row : logged[relation])
      text += "only in the log: " + relation + " " + row + "\n";
  }
  return text;
}

}  // namespace ddltrail::test
