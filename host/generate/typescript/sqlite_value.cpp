#include <algorithm>

#include "generate/typescript/value_type.h"

namespace ddltrail::typescript {
namespace {

ValueType same(const char* type) { return {type, type, {}}; }

ValueType anything() {
  return {"SqliteValue", "SqliteValue", {{"SqliteValue", kScalars, "SqliteValue"}}};
}

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

/// SQLite keeps text that is no number as it is in columns of numeric affinity, and that is the
/// affinity of every type whose name says nothing to it: dates, documents, "string".
ValueType numeric_value(const std::string& declared) {
  for (const std::string_view word : {"date", "time", "json", "uuid"})
    if (declared.find(word) != std::string::npos) return same("string");
  for (const std::string_view word : {"num", "dec", "bool", "bit", "money", "year", "serial"})
    if (declared.starts_with(word)) return same("number");
  return anything();
}

}  // namespace

ValueType sqlite_value(const Column& column) {
  if (column.base_name == "integer") return same("number");
  if (column.base_name == "real") return same("number");
  if (column.base_name == "text") return same("string");
  if (column.base_name == "blob" && !column.data_type.empty()) return same("Buffer");
  if (column.base_name == "numeric") return numeric_value(lower_case(column.data_type));
  return anything();
}

}  // namespace ddltrail::typescript
