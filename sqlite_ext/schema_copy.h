// The stored copy of the schema, ddltrail_objects and ddltrail_definitions: what the log has
// recorded last. It lives in the database and not in memory, so that it rolls back together with
// the schema.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "definition.h"
#include "statement.h"

namespace ddltrail {

/// A row of sqlite_schema, and which object of the log it is.
struct SchemaObject {
  std::int64_t schema_rowid = 0;
  std::int64_t object_id = 0;  // 0: not given yet
  std::string kind;            // table, virtual table, view, index, trigger, shadow
  std::string name;
  std::string table_name;
  std::int64_t rootpage = 0;
  std::optional<std::string> sql;

  bool is_table_like() const {
    return kind == "table" || kind == "view" || kind == "virtual table";
  }
  bool is_index() const { return kind == "index"; }
  /// Belongs to a virtual table: in the copy, so that it is known, but in no row of the log.
  bool is_shadow() const { return kind == "shadow"; }
};

/// The rows that are not the same in the copy and in sqlite_schema, as they were and as they are.
struct Delta {
  std::vector<SchemaObject> before;
  std::vector<SchemaObject> after;
};

class SchemaCopy {
 public:
  explicit SchemaCopy(Database db) : db_(std::move(db)) {}

  Delta compare() const;

  /// Tables, views and indexes that are named `name` or belong to it.
  std::vector<SchemaObject> of_table(const std::string& name) const;
  /// The same, and the tables and views whose text may mention the name: more rather than fewer.
  std::vector<SchemaObject> touched_by(const std::string& name) const;

  std::optional<Json> definition(std::int64_t object_id) const;

  /// Makes the copy say `after` where it said `before`.
  void replace(const Delta& delta);
  /// What one object was is another one now.
  void hand_over(std::int64_t from, std::int64_t to);
  void put_definition(std::int64_t object_id, const std::optional<Json>& definition);

 private:
  void add_gone(Delta& delta) const;

  Database db_;
};

}  // namespace ddltrail
