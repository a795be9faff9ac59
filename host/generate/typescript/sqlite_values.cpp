#include <algorithm>

#include "generate/typescript/value_types.h"

namespace ddltrail::typescript {
namespace {

std::string anything(Imports& imports) { return imports.use(kScalars, "SqliteValue"); }

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

/// SQLite keeps text that is no number as it is in columns of numeric affinity, and that is the
/// affinity of every type whose name says nothing to it: dates, documents, "string".
std::string numeric_value(const std::string& declared, Imports& imports) {
  for (const std::string_view word : {"date", "time", "json", "uuid"})
    if (declared.find(word) != std::string::npos) return "string";
  for (const std::string_view word : {"num", "dec", "bool", "bit", "money", "year", "serial"})
    if (declared.starts_with(word)) return "number";
  return anything(imports);
}

class SqliteValues : public ValueTypes {
 public:
  std::string select(const Column& column, Imports& imports) const override {
    if (column.base_name == "integer" || column.base_name == "real") return "number";
    if (column.base_name == "text") return "string";
    if (column.base_name == "blob" && !column.data_type.empty()) return "Buffer";
    if (column.base_name == "numeric") return numeric_value(lower_case(column.data_type), imports);
    return anything(imports);
  }

  std::string insert(const Column& column, Imports& imports) const override {
    return select(column, imports);
  }
};

}  // namespace

std::unique_ptr<ValueTypes> sqlite_values() { return std::make_unique<SqliteValues>(); }

}  // namespace ddltrail::typescript
