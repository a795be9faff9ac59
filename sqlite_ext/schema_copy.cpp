#include "schema_copy.h"

#include <algorithm>
#include <map>

#include "plain_table.h"
#include "schema_row.h"
#include "token.h"

namespace ddltrail {
namespace {

bool is_left_out(const SchemaObject& object) {
  return object.table_name.starts_with("sqlite_") || object.table_name.starts_with("ddltrail_") ||
         object.name.starts_with("ddltrail_");
}

bool begins_with_one_of(const std::string& name, const std::vector<std::string>& prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(), [&](const std::string& prefix) {
    return sqlite3_strnicmp(name.c_str(), prefix.c_str(), static_cast<int>(prefix.size())) == 0;
  });
}

/// pragma_table_list is slow in a large schema: it is asked only about names that can be shadows.
void mark_shadows(const Database& db, const std::vector<std::string>& prefixes,
                  std::vector<SchemaObject>& objects) {
  const auto may_be_shadow = [&](const SchemaObject& object) {
    return begins_with_one_of(object.table_name, prefixes);
  };
  if (std::none_of(objects.begin(), objects.end(), may_be_shadow)) return;
  Statement rows(db,
                 "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow'");
  std::set<std::string> shadows;
  while (rows.step()) shadows.insert(rows.text(0));
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

/// The text of an object has its name; an automatic index has no text.
bool is_as(const SchemaRow& row, const SchemaObject& object) {
  return object.rootpage == row.rootpage() && object.sql == row.sql() &&
         (object.sql || object.name == row.name());
}

SchemaObject object_of(const SchemaRow& row) {
  SchemaObject object{row.rowid(),
                      0,
                      std::string(row.type()),
                      std::string(row.name()),
                      std::string(row.table_name()),
                      row.rootpage(),
                      std::optional<std::string>(row.sql())};
  if (row.is_virtual_table()) object.kind = "virtual table";
  return object;
}

}  // namespace

SchemaCopy::Stored::Stored(SchemaObject stored)
    : object(std::move(stored)), upper_sql(upper(object.sql.value_or(""))) {}

void SchemaCopy::read() {
  Statement row(db_,
                "SELECT schema_rowid,object FROM main.ddltrail_state WHERE schema_rowid>0"
                " ORDER BY schema_rowid");
  while (row.step()) rows_.emplace_back(parse_schema_object(row.integer(0), row.text(1)));
}

Delta SchemaCopy::compare() const {
  Delta delta;
  std::vector<std::string> prefixes;
  std::vector<bool> is_there(rows_.size());
  // In the order of rowid, unless the application has asked SQLite to reverse what is not ordered.
  read_schema(db_, [&, next = rows_.begin()](const SchemaRow& row) mutable {
    if (row.is_virtual_table()) prefixes.push_back(std::string(row.name()) + '_');
    const auto known = is_at(next, row.rowid()) ? next : place_of(row.rowid());
    if (is_at(known, row.rowid())) {
      next = known + 1;
      is_there[known - rows_.begin()] = true;
      if (is_as(row, known->object)) return;
      delta.before.push_back(known->object);
    }
    if (auto after = object_of(row); !is_left_out(after)) delta.after.push_back(std::move(after));
  });
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (!is_there[i]) delta.before.push_back(rows_[i].object);
  }
  mark_shadows(db_, prefixes, delta.after);
  return delta;
}

bool SchemaCopy::is_at(Rows::const_iterator place, std::int64_t schema_rowid) const {
  return place != rows_.end() && place->object.schema_rowid == schema_rowid;
}

std::vector<SchemaObject> SchemaCopy::touched_by(const std::string& name) const {
  const auto part = upper(unquotable_part(name));
  std::vector<SchemaObject> found;
  for (const auto& row : rows_) {
    const SchemaObject& object = row.object;
    if (object.kind == "trigger" || object.is_shadow()) continue;
    const bool mentions =
        object.sql && !object.is_index() && row.upper_sql.find(part) != std::string::npos;
    if (mentions || same_name(object.table_name, name)) found.push_back(object);
  }
  return found;
}

std::vector<SchemaObject> SchemaCopy::of_table(const std::string& name) const {
  std::vector<SchemaObject> found;
  for (const auto& row : rows_) {
    const SchemaObject& object = row.object;
    if ((object.is_table_like() || object.is_index()) && same_name(object.table_name, name))
      found.push_back(object);
  }
  return found;
}

SchemaCopy::Rows::const_iterator SchemaCopy::place_of(std::int64_t schema_rowid) const {
  return std::lower_bound(
      rows_.begin(), rows_.end(), schema_rowid,
      [](const Stored& row, std::int64_t rowid) { return row.object.schema_rowid < rowid; });
}

/// By its row, which it may have left meanwhile.
SchemaCopy::Stored* SchemaCopy::find(const SchemaObject& object) {
  const auto is_it = [&](const Stored& row) { return row.object.object_id == object.object_id; };
  auto found = rows_.begin() + (place_of(object.schema_rowid) - rows_.cbegin());
  if (found == rows_.end() || !is_it(*found))
    found = std::find_if(rows_.begin(), rows_.end(), is_it);
  return found == rows_.end() ? nullptr : &*found;
}

StoredDefinition& SchemaCopy::definition_of(Stored& row) const {
  if (row.definition) return *row.definition;
  Definition written;
  if (auto plain = read_written_table(row.object))
    written = std::make_shared<const ObjectRows>(std::move(*plain));
  if (written && rows_of(written, "foreign_keys").empty())
    return row.definition.emplace(StoredDefinition{std::nullopt, std::move(written)});
  Statement stored(db_, "SELECT definition FROM main.ddltrail_state WHERE schema_rowid=?");
  stored.bind_all(row.object.schema_rowid);
  StoredDefinition definition;
  if (stored.step()) definition.text = stored.optional_text(0);
  if (!definition.text) definition.parsed = std::move(written);
  return row.definition.emplace(std::move(definition));
}

Definition SchemaCopy::definition(const SchemaObject& object) {
  Stored* row = find(object);
  if (row == nullptr) return nullptr;
  auto& [text, parsed] = definition_of(*row);
  if (text && !parsed) parsed = std::make_shared<const ObjectRows>(parse_definition(*text));
  return parsed;
}

void SchemaCopy::replace(const Delta& delta) {
  std::map<std::int64_t, StoredDefinition> definitions;
  for (const auto& object : delta.before) {
    const auto place = rows_.begin() + (place_of(object.schema_rowid) - rows_.cbegin());
    if (!is_at(place, object.schema_rowid)) continue;
    // Another object may come to stand where it is stored.
    definitions[object.object_id] = std::move(definition_of(*place));
    rows_.erase(place);
    unsaved_.insert(object.schema_rowid);
  }
  for (const auto& object : delta.after) {
    const auto place = rows_.emplace(place_of(object.schema_rowid), object);
    place->definition = std::move(definitions[object.object_id]);
    unsaved_.insert(object.schema_rowid);
  }
}

void SchemaCopy::hand_over(std::int64_t from, std::int64_t to) {
  for (auto& row : rows_) {
    if (row.object.object_id != from) continue;
    row.object.object_id = to;
    unsaved_.insert(row.object.schema_rowid);
  }
}

void SchemaCopy::put_definition(const SchemaObject& object, StoredDefinition definition) {
  Stored* row = find(object);
  if (row == nullptr) return;  // dropped
  if (definition.parsed && definition.parsed->follows_from_text) definition.text.reset();
  row->definition = std::move(definition);
  unsaved_.insert(row->object.schema_rowid);
}

void SchemaCopy::save(Statement& put) {
  std::optional<Statement> remove;
  for (const auto rowid : unsaved_) {
    const auto place = rows_.begin() + (place_of(rowid) - rows_.cbegin());
    if (!is_at(place, rowid)) {
      if (!remove) remove.emplace(db_, "DELETE FROM main.ddltrail_state WHERE schema_rowid=?");
      remove->bind_all(rowid).run();
      continue;
    }
    put.bind_all(rowid, to_text(place->object), definition_of(*place).text).run();
  }
  unsaved_.clear();
}

}  // namespace ddltrail
