// The differences between the columns of two images of a table or a composite type.
#pragma once

#include "command.h"
#include "image.h"
#include "operations.h"

namespace ddltrail {

void diff_columns(const ObjectImage& before, const ObjectImage& after, const Command* command,
                  Operations& operations);

}  // namespace ddltrail
