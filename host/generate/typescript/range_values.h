// Types whose values are ranges, or lists of ranges: PostgreSQL's own and those of the schema.
#pragma once

#include <optional>

#include "generate/catalog.h"

namespace ddltrail::typescript {

struct RangeValues {
  bool is_multirange = false;
  const char* bounds = nullptr;     ///< of PostgreSQL's own: the TypeScript type of its bounds
  const RangeType* type = nullptr;  ///< of the schema
};

/// What the values of the column are, or their elements. Nothing for other types, and for ranges
/// that no code is generated for. `column`: of PostgreSQL.
std::optional<RangeValues> range_values(const Column& column, const Catalog& catalog);

/// The range behind a multirange of the schema; null where there is none.
const RangeType* range_of_multirange(const Name& multirange, const Catalog& catalog);

}  // namespace ddltrail::typescript
