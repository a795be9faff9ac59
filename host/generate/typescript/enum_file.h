// The file of an enum: its labels as a constant array and as a union type.
#pragma once

#include <string>

#include "generate/typescript/imports.h"
#include "model/object.h"

namespace ddltrail::typescript {

std::string render_enum(const EnumType& type, Imports& imports);

}  // namespace ddltrail::typescript
