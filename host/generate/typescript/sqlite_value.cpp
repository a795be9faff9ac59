#include <algorithm>

#include "generate/typescript/value_type.h"

namespace ddltrail::typescript {
namespace {

ValueType same(const char* type) { return {type, type, {}}; }

bool declares(const Column& column, std::string_view word) {
  std::string type = column.data_type;
  std::transform(type.begin(), type.end(), type.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return type.find(word) != std::string::npos;
}

}  // namespace

ValueType sqlite_value(const Column& column) {
  if (column.base_name == "integer") return same("number");
  if (column.base_name == "real") return same("number");
  if (column.base_name == "text") return same("string");
  if (column.base_name == "blob" && !column.data_type.empty()) return same("Buffer");
  if (column.base_name == "numeric") {
    // SQLite keeps text in these as it is, and dates and documents are text.
    const bool is_text = declares(column, "date") || declares(column, "time") ||
                         declares(column, "json") || declares(column, "uuid");
    return same(is_text ? "string" : "number");
  }
  return {"SqliteValue", "SqliteValue", {{"SqliteValue", kScalars, "SqliteValue"}}};
}

}  // namespace ddltrail::typescript
