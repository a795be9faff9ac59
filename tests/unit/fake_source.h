// A source whose schema and log the test sets.
#pragma once

#include "source/source.h"

namespace ddltrail {

inline Object table(const std::string& name, const std::vector<std::string>& columns) {
  TableObject object;
  object.table.schema_name = "public";
  object.table.table_name = name;
  object.table.kind = "table";
  for (const std::string& column_name : columns) {
    Column column;
    column.schema_name = "public";
    column.table_name = name;
    column.column_name = column_name;
    column.position = static_cast<std::int64_t>(object.columns.size()) + 1;
    column.data_type = column.type_name = column.base_name = "text";
    column.type_kind = column.base_kind = "base";
    column.type_schema = column.base_schema = "pg_catalog";
    object.columns.push_back(column);
  }
  return object;
}

/// A table whose id is that of another one, if one is named.
inline Object part(const std::string& name, const std::string& whole) {
  auto object = std::get<TableObject>(table(name, {"id"}));
  object.keys.push_back({"public", name, "k", "primary key", {"id"}});
  if (!whole.empty())
    object.references.push_back({"public", name, "f", {"id"}, "public", whole, {"id"}});
  return object;
}

inline Object enum_type(const std::string& name, const std::vector<std::string>& values) {
  return EnumType{"public", name, values, std::nullopt, "somebody"};
}

/// A change of `kind` that leaves `object` behind; nothing for a drop.
inline Change change(std::int64_t id, const std::string& action, const std::string& kind,
                     const std::string& name, const std::optional<Object>& object) {
  Change change;
  change.id = id;
  change.action = action;
  change.object_kind = kind;
  change.schema_name = "public";
  change.object_name = name;
  change.object_identity = "public." + name;
  change.details = Json::array({{{"op", action}}});
  if (object) change.definition = Json::parse(write_definition(*object));
  return change;
}

inline std::vector<Object> narrowed(std::vector<Object> objects, Detail detail) {
  std::erase_if(objects, [&](Object& object) { return !narrow(object, detail); });
  return objects;
}

class FakeSource : public Source {
 public:
  Engine engine() const override { return Engine::kPostgres; }
  std::string server() override { return "fake"; }
  News news(const Bookmark& since) override {
    if (since.empty()) return {bookmark, true, std::nullopt, "nothing was read yet"};
    return {bookmark, true, changes, ""};
  }
  std::vector<Object> read_all(Detail detail) override {
    ++full_reads;
    return narrowed(schema, detail);
  }
  std::vector<Object> read(const Wanted& wanted) override {
    for (const ObjectKey& key : wanted.keys) asked.push_back(to_string(key));
    std::vector<Object> found;
    for (const Object& object : schema)
      if (wanted.contains(key_of(object))) found.push_back(object);
    return narrowed(found, wanted.detail);
  }
  Schema read_schema() override { return {}; }
  Schema read_schema_at(const Position&) override { return {}; }
  std::vector<Change> changes_between(const Position&, const Position&) override { return changes; }
  Schema read_script(const Sections&, const std::string&) override { return {}; }
  RowCounts estimated_rows(const std::set<std::pair<std::string, std::string>>&) override {
    return {};
  }
  LogState log_state() override { return {}; }
  std::vector<Change> log(const LogFilter&) override { return changes; }
  void install_log() override {}

  Bookmark bookmark = "1";
  std::vector<Object> schema;
  std::vector<Change> changes;
  int full_reads = 0;
  std::vector<std::string> asked;
};

}  // namespace ddltrail
