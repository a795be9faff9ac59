// A row of sqlite_schema, and which object of the log it is. In ddltrail_state it is one text:
// SQLite parses the columns of that table at each schema statement.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ddltrail {

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

/// The object_id, the root page, and each text behind its size in bytes: "7 2 5:table1:t1:t0:".
std::string to_text(const SchemaObject& object);

/// Throws where the text is none of to_text().
SchemaObject parse_schema_object(std::int64_t schema_rowid, std::string_view text);

}  // namespace ddltrail
