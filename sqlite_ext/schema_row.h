// The rows of sqlite_schema. SQLite hands them to a function of ours: to read them as the columns
// of a result takes it longer to compile, which every schema statement would pay.
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "database.h"
#include "sqlite_api.h"

namespace ddltrail {

/// A row while it is read.
class SchemaRow {
 public:
  /// Of rowid, type, name, tbl_name, rootpage, sql.
  explicit SchemaRow(sqlite3_value** values) : values_(values) {}

  std::int64_t rowid() const { return integer(0); }
  std::string_view type() const { return text(1); }
  std::string_view name() const { return text(2); }
  std::string_view table_name() const { return text(3); }
  std::int64_t rootpage() const { return integer(4); }
  /// Nothing for automatic indexes.
  std::optional<std::string_view> sql() const { return optional_text(5); }
  bool is_virtual_table() const { return rootpage() == 0 && type() == "table"; }

 private:
  std::int64_t integer(int column) const;
  std::string_view text(int column) const;
  std::optional<std::string_view> optional_text(int column) const;

  sqlite3_value** values_;
};

using SchemaRowReceiver = std::function<void(const SchemaRow&)>;

/// Hands over all rows. Needs the function ddltrail_schema_row.
void read_schema(const Database& db, const SchemaRowReceiver& receiver);

/// The body of that function; throws where others than read_schema() call it.
void receive_schema_row(sqlite3_value** values);

}  // namespace ddltrail
