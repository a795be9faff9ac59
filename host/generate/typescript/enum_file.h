// The file of an enum: its labels as a constant array and as a union type.
#pragma once

#include <string>

#include "model/object.h"

namespace ddltrail::typescript {

std::string render_enum(const EnumType& type);

}  // namespace ddltrail::typescript
