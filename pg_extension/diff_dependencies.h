// The part of the diff that compares what an object depends on where that is all that a command
// changed: the extension that it is a member of or that it goes with, the column that owns a
// sequence.
#pragma once

#include "image.h"
#include "operations.h"

namespace ddltrail {

void diff_dependencies(const ObjectImage& before, const ObjectImage& after, Operations& operations);

}  // namespace ddltrail
