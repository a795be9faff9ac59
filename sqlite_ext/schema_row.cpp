#include "schema_row.h"

#include <new>

#include "statement.h"

namespace ddltrail {
namespace {

// Only we can make a pointer of this type.
constexpr char kReceiver[] = "ddltrail schema row receiver";

}  // namespace

std::int64_t SchemaRow::integer(int column) const {
  if (sqlite3_value_type(values_[column]) == SQLITE_NULL) refuse_null();
  return sqlite3_value_int64(values_[column]);
}

std::optional<std::string_view> SchemaRow::optional_text(int column) const {
  sqlite3_value* value = values_[column];
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
  if (bytes != nullptr)
    return std::string_view(bytes, static_cast<std::size_t>(sqlite3_value_bytes(value)));
  if (sqlite3_value_type(value) != SQLITE_NULL) throw std::bad_alloc();
  return std::nullopt;
}

std::string_view SchemaRow::text(int column) const {
  const auto text = optional_text(column);
  if (!text) refuse_null();
  return *text;
}

void read_schema(const Database& db, const SchemaRowReceiver& receiver) {
  Statement rows(db,
                 "SELECT ddltrail_schema_row(?,rowid,type,name,tbl_name,rootpage,sql)"
                 " FROM main.sqlite_schema");
  std::int64_t received = 0;
  SchemaRowReceiver counting = [&](const SchemaRow& row) {
    ++received;
    receiver(row);
  };
  rows.bind_pointer(1, &counting, kReceiver);
  for (std::int64_t read = 1; rows.step(); ++read) {
    if (received != read) refuse_null();  // the authorizer has the function ignored
  }
}

void receive_schema_row(sqlite3_value** values) {
  auto* receiver = static_cast<SchemaRowReceiver*>(sqlite3_value_pointer(values[0], kReceiver));
  if (receiver == nullptr)
    throw SqliteError(SQLITE_MISUSE, "ddltrail_schema_row() is for the extension alone");
  (*receiver)(SchemaRow(values + 1));
}

}  // namespace ddltrail
