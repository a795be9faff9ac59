// The TypeScript types of a column's values, as the driver returns and takes them.
#pragma once

#include <string>
#include <vector>

#include "contract_rows.h"

namespace ddltrail::typescript {

/// A named type that a file has to import.
struct Import {
  std::string name;  ///< as exported
  std::string path;  ///< relative to the output folder, without extension
  std::string as;    ///< the local name
};

struct ValueType {
  std::string select;
  std::string insert;  ///< also what an update takes
  std::vector<Import> imports;
};

/// What a driver makes of a column, NULL and defaults left out.
using TypeMap = ValueType (*)(const Column&);

/// node-postgres without type parsers of its own.
ValueType postgres_value(const Column& column);
/// better-sqlite3.
ValueType sqlite_value(const Column& column);

/// The file, without extension, that holds Json, Interval and the like.
inline constexpr const char* kScalars = "scalars";

}  // namespace ddltrail::typescript
