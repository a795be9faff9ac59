// How generated code spells the names of the database: as they are, or as Kysely's CamelCasePlugin
// turns them in rows, and back in queries. No two names become the same.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generate/typescript/camel_case.h"
#include "model/object.h"

namespace ddltrail::typescript {

class Spelling {
 public:
  /// Names as they are.
  Spelling() = default;
  explicit Spelling(CamelCase options) : camel_case_(options) {}

  const std::optional<CamelCase>& camel_case() const { return camel_case_; }

  /// Each throws Error where the plugin would not find back to the name. `where`: whose it is.
  std::string of(const std::string& name, const std::string& where) const;
  std::string of_column(const Column& column) const;
  /// Of columns of the table.
  std::vector<std::string> of_columns(const Name& table, std::vector<std::string> columns) const;
  /// A key of an object that is a value itself.
  std::string of_key_in_value(const std::string& name, const std::string& where) const;
  /// A property that no query names.
  std::string of_property(const std::string& name) const;
  /// Throws Error where the plugin would change a name that queries have as it is.
  void check_in_query(const std::string& name, const std::string& where) const;

 private:
  std::optional<CamelCase> camel_case_;
};

}  // namespace ddltrail::typescript
