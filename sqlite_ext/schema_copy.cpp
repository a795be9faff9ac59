#include "schema_copy.h"

#include <algorithm>
#include <set>

namespace ddltrail {
namespace {

// Rows of sqlite_schema that the copy does not have alike, ours among them. The last column is 0
// where these, less the new ones, are as many as in the copy.
constexpr char kChanged[] = R"(
SELECT s.rowid, 0, s.type, s.name, s.tbl_name, s.rootpage, s.sql,
       o.schema_rowid, o.object_id, o.kind, o.name, o.table_name, o.rootpage, o.sql,
       (SELECT count(*) FROM main.sqlite_schema) - (SELECT count(*) FROM main.ddltrail_objects)
FROM main.sqlite_schema AS s LEFT JOIN main.ddltrail_objects AS o ON o.schema_rowid = s.rowid
WHERE s.sql IS NOT o.sql OR s.name IS NOT o.name OR s.rootpage IS NOT o.rootpage
   OR s.tbl_name IS NOT o.table_name)";

constexpr char kGone[] = R"(
SELECT schema_rowid, object_id, kind, name, table_name, rootpage, sql FROM main.ddltrail_objects
WHERE schema_rowid NOT IN (SELECT rowid FROM main.sqlite_schema))";

constexpr char kObjectColumns[] =
    "SELECT schema_rowid, object_id, kind, name, table_name, rootpage, sql "
    "FROM main.ddltrail_objects ";

SchemaObject read_object(const Statement& row, int first = 0) {
  return {row.integer(first),          row.integer(first + 1), row.text(first + 2),
          row.text(first + 3),         row.text(first + 4),    row.integer(first + 5),
          row.optional_text(first + 6)};
}

bool is_left_out(const SchemaObject& object) {
  return object.table_name.starts_with("sqlite_") || object.table_name.starts_with("ddltrail_") ||
         object.name.starts_with("ddltrail_");
}

std::vector<SchemaObject> read_objects(Statement& rows) {
  std::vector<SchemaObject> objects;
  while (rows.step()) objects.push_back(read_object(rows));
  return objects;
}

std::vector<std::string> names(const Database& db, const char* select) {
  Statement rows(db, select);
  std::vector<std::string> found;
  while (rows.step()) found.push_back(rows.text(0));
  return found;
}

bool begins_with_one_of(const std::string& name, const std::vector<std::string>& prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(), [&](const std::string& prefix) {
    return sqlite3_strnicmp(name.c_str(), prefix.c_str(), static_cast<int>(prefix.size())) == 0;
  });
}

/// pragma_table_list is slow in a large schema: it is asked only about names that can be shadows.
void mark_shadows(const Database& db, std::vector<SchemaObject>& objects) {
  if (objects.empty()) return;
  const auto prefixes = names(db,
                              "SELECT name || '_' FROM main.sqlite_schema"
                              " WHERE type = 'table' AND rootpage = 0");
  const auto may_be_shadow = [&](const SchemaObject& object) {
    return begins_with_one_of(object.table_name, prefixes);
  };
  if (std::none_of(objects.begin(), objects.end(), may_be_shadow)) return;
  const auto listed =
      names(db, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow'");
  const std::set<std::string> shadows(listed.begin(), listed.end());
  for (auto& object : objects) {
    if (shadows.contains(object.table_name)) object.kind = "shadow";
  }
}

/// The longest part of a name that stands in any SQL text as it is, however the text quotes the
/// name.
std::string unquotable_part(std::string_view name) {
  std::string_view longest;
  while (!name.empty()) {
    const auto part = name.substr(0, name.find_first_of("\"'`[]"));
    if (part.size() > longest.size()) longest = part;
    name.remove_prefix(std::min(name.size(), part.size() + 1));
  }
  return std::string(longest);
}

}  // namespace

Delta SchemaCopy::compare() const {
  Delta delta;
  std::int64_t gone = 0;
  Statement rows(db_, kChanged);
  for (std::int64_t added = 0; rows.step();) {
    if (rows.is_null(7))
      ++added;
    else
      delta.before.push_back(read_object(rows, 7));
    gone = added - rows.integer(14);
    SchemaObject after = read_object(rows);
    if (is_left_out(after)) continue;
    if (after.kind == "table" && after.rootpage == 0) after.kind = "virtual table";
    delta.after.push_back(std::move(after));
  }
  if (gone != 0) add_gone(delta);
  mark_shadows(db_, delta.after);
  return delta;
}

void SchemaCopy::add_gone(Delta& delta) const {
  Statement rows(db_, kGone);
  for (auto& object : read_objects(rows)) delta.before.push_back(std::move(object));
}

std::vector<SchemaObject> SchemaCopy::touched_by(const std::string& name) const {
  Statement rows(db_, std::string(kObjectColumns) +
                          "WHERE CASE kind WHEN 'trigger' THEN 0 WHEN 'shadow' THEN 0"
                          " ELSE table_name = ?1 COLLATE NOCASE OR (kind <> 'index'"
                          " AND instr(lower(sql), lower(?2)) > 0) END");
  return read_objects(rows.bind_all(name, unquotable_part(name)));
}

std::vector<SchemaObject> SchemaCopy::of_table(const std::string& name) const {
  Statement rows(db_, std::string(kObjectColumns) +
                          "WHERE table_name = ?1 COLLATE NOCASE"
                          " AND kind IN ('table', 'view', 'virtual table', 'index')");
  rows.bind(1, name);
  return read_objects(rows);
}

std::optional<Json> SchemaCopy::definition(std::int64_t object_id) const {
  Statement row(db_, "SELECT definition FROM main.ddltrail_definitions WHERE object_id = ?1");
  row.bind(1, object_id);
  if (!row.step()) return std::nullopt;
  return Json::parse(row.text(0));
}

void SchemaCopy::replace(const Delta& delta) {
  Statement remove(db_, "DELETE FROM main.ddltrail_objects WHERE schema_rowid = ?1");
  for (const auto& object : delta.before) remove.bind_all(object.schema_rowid).run();
  Statement insert(db_, "INSERT INTO main.ddltrail_objects VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
  for (const auto& object : delta.after) {
    insert
        .bind_all(object.schema_rowid, object.object_id, object.kind, object.name,
                  object.table_name, object.rootpage, object.sql)
        .run();
  }
}

void SchemaCopy::hand_over(std::int64_t from, std::int64_t to) {
  for (const auto* update : {"UPDATE main.ddltrail_objects SET object_id = ?2 WHERE object_id = ?1",
                             "UPDATE main.ddltrail_definitions SET object_id = ?2"
                             " WHERE object_id = ?1"})
    Statement(db_, update).bind_all(from, to).run();
}

void SchemaCopy::put_definition(std::int64_t object_id, const std::optional<Json>& definition) {
  if (!definition) {
    Statement remove(db_, "DELETE FROM main.ddltrail_definitions WHERE object_id = ?1");
    remove.bind_all(object_id).run();
    return;
  }
  Statement put(db_, "INSERT OR REPLACE INTO main.ddltrail_definitions VALUES (?1, ?2)");
  put.bind_all(object_id, to_text(*definition)).run();
}

}  // namespace ddltrail
