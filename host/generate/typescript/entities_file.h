// entities.ts: what is known of every table and view, in one list, for the entity manifest.
#pragma once

#include <string>
#include <vector>

#include "generate/target.h"
#include "generate/typescript/imports.h"
#include "generate/typescript/naming.h"

namespace ddltrail::typescript {

/// The file, without extension.
inline constexpr const char* kEntities = "entities";

std::string render_entities(const std::vector<Listed>& listed, const Naming& naming,
                            Imports& imports);

}  // namespace ddltrail::typescript
