// What a project says of names in the generated code.
#pragma once

#include "generate/typescript/singular.h"
#include "generate/typescript/spelling.h"

namespace ddltrail::typescript {

struct Naming {
  Spelling spelling;  ///< of what rows and queries name
  Singular singular;  ///< of types of one row
};

}  // namespace ddltrail::typescript
