// The TypeScript types of the values that a driver returns for the columns of an engine and takes
// for them, NULL and defaults left out.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>

#include "generate/catalog.h"
#include "generate/typescript/imports.h"

namespace ddltrail::typescript {

/// Where a type is written: what the file imports so far, and the schema around it.
struct Scope {
  Imports& imports;
  const Catalog& catalog;
};

class ValueTypes {
 public:
  virtual ~ValueTypes() = default;
  /// Each imports into the scope what the type needs.
  virtual std::string select(const Column& column, const Scope& scope) const = 0;
  /// Also what an update takes.
  virtual std::string insert(const Column& column, const Scope& scope) const = 0;
  /// The project has a type of its own for the column, of which nothing is known.
  virtual bool is_overridden(const Column&) const { return false; }
  /// Settings of the project that no type was made of so far.
  virtual std::set<std::string> unmet() const { return {}; }
};

struct PostgresValueOptions {
  /// The driver has the parsers of parsers.ts.
  bool has_parsers = false;
  /// Values of a domain are told from those of other types.
  bool has_brands = false;
};
/// node-postgres.
std::unique_ptr<ValueTypes> postgres_values(PostgresValueOptions options = {});

/// Declared types of SQLite, without what they have in parentheses, and the TypeScript types that
/// the configuration says they are.
using SqliteTypes = std::map<std::string, std::string>;
/// better-sqlite3. Throws Error where `types` names a type that values cannot have.
std::unique_ptr<ValueTypes> sqlite_values(const SqliteTypes& types = {});

/// The file, without extension, that holds Json, Interval and the like.
inline constexpr const char* kScalars = "scalars";

/// The file that says what rows, inserts and updates are.
inline constexpr const char* kRows = "rows";

}  // namespace ddltrail::typescript
