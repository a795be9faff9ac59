// entities.ts: what is known of every table and view, in one list, for the entity manifest.
#pragma once

#include <string>
#include <vector>

#include "generate/target.h"
#include "generate/typescript/naming.h"

namespace ddltrail::typescript {

std::string render_entities(const std::vector<Listed>& listed, const Naming& naming);

}  // namespace ddltrail::typescript
