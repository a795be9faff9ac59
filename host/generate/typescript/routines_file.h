// The file of a schema's routines: a function for each, which makes the call an expression of
// Kysely.
#pragma once

#include <string>
#include <vector>

#include "generate/typescript/naming.h"
#include "generate/typescript/value_types.h"

namespace ddltrail::typescript {

/// False for trigger functions and the like, which statements do not call, and for ordered-set
/// aggregates.
bool is_callable(const RoutineSignature& routine);

/// The callable routines of a schema, sorted by their keys.
std::string render_routines(const std::string& schema,
                            const std::vector<const RoutineSignature*>& routines,
                            const ValueTypes& values, const Naming& naming, const Scope& scope);

/// The file, without extension, with what these functions are made of.
inline constexpr const char* kCall = "call";

}  // namespace ddltrail::typescript
