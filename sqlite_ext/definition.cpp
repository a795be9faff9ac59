#include "definition.h"

#include <array>
#include <utility>
#include <vector>

namespace ddltrail {
namespace {

/// One relation of a definition and the column that names the object.
struct Part {
  std::string_view relation;
  std::string_view name_column;
};

constexpr std::array<Part, 5> kTableParts = {{{"tables", "table_name"},
                                              {"columns", "table_name"},
                                              {"constraints", "table_name"},
                                              {"foreign_keys", "table_name"},
                                              {"views", "view_name"}}};
constexpr std::array<Part, 1> kIndexParts = {{{"indexes", "index_name"}}};

// Reading a relation for one name costs a scan of sqlite_schema; for more names than this one pass
// over everything is quicker.
constexpr std::size_t kReadAllFrom = 16;

Json typed_value(const Statement& row, int column, ValueType type) {
  if (row.is_null(column)) return nullptr;
  switch (type) {
    case ValueType::kInteger:
      return row.integer(column);
    case ValueType::kBoolean:
      return row.integer(column) != 0;
    case ValueType::kJson:
      return Json::parse(row.text(column));
    case ValueType::kText:
      return row.text(column);
  }
  return nullptr;
}

bool names_schema(const Column& column) {
  return column.name == "schema_name" || column.name.ends_with("_schema");
}

class DefinitionReader {
 public:
  DefinitionReader(const Database& db, const std::set<std::string>& names)
      : db_(db), names_(names) {}

  void read(const Part& part) {
    const std::string select = "SELECT * FROM (" + std::string(relation(part.relation).sql) + ")";
    const std::string order = " ORDER BY " + relation(part.relation).key_list();
    if (names_.size() >= kReadAllFrom) {
      Statement rows(db_, select + order);
      collect(part, rows);
      return;
    }
    Statement rows(db_, select + " WHERE " + std::string(part.name_column) + " = ?1" + order);
    for (const auto& name : names_) {
      rows.bind(1, name);
      collect(part, rows);
      rows.reset();
    }
  }

  std::map<std::string, Json> take() { return std::move(definitions_); }

 private:
  void collect(const Part& part, Statement& rows) {
    const Relation& described = relation(part.relation);
    while (rows.step()) {
      Json row = typed_row(rows, described);
      const auto name = row.at(part.name_column).get<std::string>();
      if (names_.contains(name)) definitions_[name][part.relation].push_back(std::move(row));
    }
  }

  const Database& db_;
  const std::set<std::string>& names_;
  std::map<std::string, Json> definitions_;
};

/// The rows of an object by relation, in the order of the parts; relations without rows are empty
/// arrays, but only views have `views`.
Json complete(const Json& rows) {
  Json definition = Json::object();
  for (const auto& part : kTableParts) {
    if (rows.contains(part.relation)) {
      definition[part.relation] = rows.at(part.relation);
    } else if (part.relation != "views") {
      definition[part.relation] = Json::array();
    }
  }
  return definition;
}

std::vector<std::string> names(const Database& db, const char* select) {
  Statement rows(db, select);
  std::vector<std::string> found;
  while (rows.step()) found.push_back(rows.text(0));
  return found;
}

/// Compiles a statement and throws it away. An error is expected: a view that cannot be resolved.
void compile(const Database& db, std::string_view main_sql) {
  const std::string sql = db.localized(main_sql);
  sqlite3_stmt* statement = nullptr;
  const int rc = sqlite3_prepare_v2(db.handle, sql.c_str(), -1, &statement, nullptr);
  sqlite3_finalize(statement);
  if (rc != SQLITE_OK && is_being_opened(sqlite3_errmsg(db.handle))) check(db.handle, rc);
}

/// SQLite keeps the columns of a view that it has resolved, and forgets them where it compiles a
/// DROP. If we look between that and its execution it keeps the old ones: so we compile a DROP
/// ourselves.
void forget_views(const Database& db) {
  for (const auto& view :
       names(db, "SELECT name FROM main.sqlite_schema WHERE type = 'view' LIMIT 1"))
    compile(db, "DROP VIEW main." + quoted(view));
}

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Nothing to be escaped, and nothing outside of ASCII.
bool is_plain(const std::string& text) {
  bool is_plain = true;
  for (const char c : text) is_plain &= c >= ' ' && c < 127 && c != '"' && c != '\\';
  return is_plain;
}

void append_quoted(std::string& text, const std::string& plain) {
  text.append(1, '"').append(plain).append(1, '"');
}

void append(std::string& text, const std::string& value) {
  if (is_plain(value))
    append_quoted(text, value);
  else
    text += dump(value);
}

void append(std::string& text, const Json& json);

void append(std::string& text, const Json::object_t& object) {
  char before = '{';
  for (const auto& [key, value] : object) {
    text += std::exchange(before, ',');
    append_quoted(text, key);  // a name that we gave
    text += ':';
    append(text, value);
  }
  text += object.empty() ? "{}" : "}";
}

void append(std::string& text, const Json::array_t& array) {
  char before = '[';
  for (const auto& value : array) {
    text += std::exchange(before, ',');
    append(text, value);
  }
  text += array.empty() ? "[]" : "]";
}

/// What definitions consist of takes a fraction of the time that dump() takes, which matters to
/// every schema statement.
void append(std::string& text, const Json& json) {
  switch (json.type()) {
    case Json::value_t::null:
      text += "null";
      break;
    case Json::value_t::boolean:
      text += json.get<bool>() ? "true" : "false";
      break;
    case Json::value_t::number_integer:
      text += std::to_string(json.get<std::int64_t>());
      break;
    case Json::value_t::string:
      append(text, json.get_ref<const std::string&>());
      break;
    case Json::value_t::object:
      append(text, json.get_ref<const Json::object_t&>());
      break;
    case Json::value_t::array:
      append(text, json.get_ref<const Json::array_t&>());
      break;
    default:
      text += dump(json);
  }
}

}  // namespace

std::map<std::string, Json> read_definitions(const Database& db, DefinitionShape shape,
                                             const std::set<std::string>& names) {
  if (names.empty()) return {};
  DefinitionReader reader(db, names);
  if (shape == DefinitionShape::kIndex) {
    for (const auto& part : kIndexParts) reader.read(part);
    return reader.take();
  }
  for (const auto& part : kTableParts) reader.read(part);
  auto definitions = reader.take();
  for (auto& [name, definition] : definitions) definition = complete(definition);
  return definitions;
}

Json typed_row(const Statement& row, const Relation& relation) {
  Json object = Json::object();
  for (std::size_t i = 0; i < relation.columns.size(); ++i) {
    const Column& column = relation.columns[i];
    object[column.name] = typed_value(row, static_cast<int>(i), column.type);
    if (names_schema(column) && !object[column.name].is_null()) object[column.name] = "main";
  }
  return object;
}

void resolve_views(const Database& db) {
  forget_views(db);
  // Reading pragma_table_list resolves views up to the first one that cannot be.
  for (const auto& name :
       names(db, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND ncol = 0"))
    compile(db, "SELECT * FROM main." + quoted(name));
}

Json comparable(Json definition) {
  for (const auto* relation : {"tables", "indexes"}) {
    if (!definition.contains(relation)) continue;
    for (auto& row : definition[relation]) row.erase("object_id");
  }
  return definition;
}

std::string to_text(const Json& json) {
  std::string text;
  append(text, json);
  return text;
}

}  // namespace ddltrail
