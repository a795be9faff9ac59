#include "definition.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace ddltrail {
namespace {

/// One relation of a definition and the column that names the object.
struct PartKind {
  std::string_view relation;
  std::string_view name_column;
};

constexpr std::array<PartKind, 5> kTableParts = {{{"tables", "table_name"},
                                                  {"columns", "table_name"},
                                                  {"constraints", "table_name"},
                                                  {"foreign_keys", "table_name"},
                                                  {"views", "view_name"}}};
constexpr std::array<PartKind, 1> kIndexParts = {{{"indexes", "index_name"}}};

// Reading a relation for one name costs a scan of sqlite_schema; for more names than this one pass
// over everything is quicker.
constexpr std::size_t kReadAllFrom = 16;

class DefinitionReader {
 public:
  DefinitionReader(const Database& db, const std::set<std::string>& names)
      : db_(db), names_(names) {}

  void read(const PartKind& part) {
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

  std::map<std::string, ObjectRows> take() { return std::move(definitions_); }

 private:
  void collect(const PartKind& part, Statement& rows) {
    const Relation& described = relation(part.relation);
    while (rows.step()) {
      Row row(described, rows);
      const auto& name = row.text(part.name_column);
      if (names_.contains(name)) part_of(definitions_[name], described).push_back(std::move(row));
    }
  }

  static std::vector<Row>& part_of(ObjectRows& definition, const Relation& relation) {
    auto& parts = definition.parts;
    if (parts.empty() || parts.back().relation != &relation) parts.push_back({&relation, {}});
    return parts.back().rows;
  }

  const Database& db_;
  const std::set<std::string>& names_;
  std::map<std::string, ObjectRows> definitions_;
};

/// Relations without rows are there too, but only views have `views`.
void complete(ObjectRows& definition) {
  auto& parts = definition.parts;
  auto next = parts.begin();
  for (const auto& kind : kTableParts) {
    const Relation& expected = relation(kind.relation);
    const bool is_there = next != parts.end() && next->relation == &expected;
    if (!is_there && kind.relation != "views") next = parts.insert(next, {&expected, {}});
    if (next != parts.end()) ++next;
  }
}

bool look_the_same(const Row& a, const Row& b) { return same_but_for(a, b, {"object_id"}); }

bool look_the_same(const Part& a, const Part& b) {
  return a.relation == b.relation &&
         std::equal(a.rows.begin(), a.rows.end(), b.rows.begin(), b.rows.end(),
                    [](const Row& x, const Row& y) { return look_the_same(x, y); });
}

void append_row(std::string& text, const Row& row) { append_json(text, row); }

void append_part(std::string& text, const Part& part) {
  text.append(1, '"').append(part.relation->name).append("\":");
  append_list(text, "[]", part.rows, append_row);
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

}  // namespace

const std::vector<Row>& rows_of(const Definition& definition, std::string_view relation) {
  static const std::vector<Row> kNone;
  if (!definition) return kNone;
  const auto is_it = [&](const Part& part) { return part.relation->name == relation; };
  const auto part = std::find_if(definition->parts.begin(), definition->parts.end(), is_it);
  return part == definition->parts.end() ? kNone : part->rows;
}

std::map<std::string, ObjectRows> read_definitions(const Database& db, DefinitionShape shape,
                                                   const std::set<std::string>& names) {
  if (names.empty()) return {};
  DefinitionReader reader(db, names);
  if (shape == DefinitionShape::kIndex) {
    for (const auto& part : kIndexParts) reader.read(part);
    return reader.take();
  }
  for (const auto& part : kTableParts) reader.read(part);
  auto definitions = reader.take();
  for (auto& [name, definition] : definitions) complete(definition);
  return definitions;
}

void resolve_views(const Database& db) {
  forget_views(db);
  // Reading pragma_table_list resolves views up to the first one that cannot be.
  for (const auto& name :
       names(db, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND ncol = 0"))
    compile(db, "SELECT * FROM main." + quoted(name));
}

bool look_the_same(const Definition& a, const Definition& b) {
  if (!a || !b) return a == b;
  return std::equal(a->parts.begin(), a->parts.end(), b->parts.begin(), b->parts.end(),
                    [](const Part& x, const Part& y) { return look_the_same(x, y); });
}

std::string to_text(const ObjectRows& definition) {
  std::string text;
  append_list(text, "{}", definition.parts, append_part);
  return text;
}

ObjectRows parse_definition(const std::string& text) try {
  ObjectRows definition;
  const auto json = Json::parse(text);
  for (const auto& [name, rows] : json.items()) {
    Part part{&relation(name), {}};
    for (const auto& row : rows) part.rows.emplace_back(*part.relation, row);
    definition.parts.push_back(std::move(part));
  }
  return definition;
} catch (const Json::exception& error) {
  refuse_state(error.what());
} catch (const std::logic_error& error) {
  refuse_state(error.what());
}

}  // namespace ddltrail
