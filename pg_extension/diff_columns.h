// The part of the diff that compares the columns of a table, or the attributes of a composite type.
#pragma once

#include "command.h"
#include "image.h"
#include "operations.h"

namespace ddltrail {

/// Adds the operations that lead from the old columns to the new. Returns true where a column
/// changed in a way that no operation describes.
bool diff_columns(const ObjectImage& before, const ObjectImage& after, const Command* command,
                  Operations& operations);

}  // namespace ddltrail
