// The TypeScript types of the values that a driver returns for the columns of an engine and takes
// for them, NULL and defaults left out.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "contract_rows.h"
#include "generate/typescript/imports.h"

namespace ddltrail::typescript {

class ValueTypes {
 public:
  virtual ~ValueTypes() = default;
  /// Each puts into `imports` what the type needs.
  virtual std::string select(const Column& column, Imports& imports) const = 0;
  /// Also what an update takes.
  virtual std::string insert(const Column& column, Imports& imports) const = 0;
};

/// node-postgres without type parsers of its own.
std::unique_ptr<ValueTypes> postgres_values();

/// Declared types of SQLite, without what they have in parentheses, and the TypeScript types that
/// the configuration says they are.
using SqliteTypes = std::map<std::string, std::string>;
/// better-sqlite3. Throws Error where `types` names a type that values cannot have.
std::unique_ptr<ValueTypes> sqlite_values(const SqliteTypes& types = {});

/// The file, without extension, that holds Json, Interval and the like.
inline constexpr const char* kScalars = "scalars";

}  // namespace ddltrail::typescript
