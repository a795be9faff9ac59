// The part of the diff that compares the constraints of a table or a domain.
#pragma once

#include "command.h"
#include "image.h"
#include "operations.h"

namespace ddltrail {

/// Adds the operations that lead from the old constraints to the new.
void diff_constraints(const ObjectImage& before, const ObjectImage& after, const Command* command,
                      Operations& operations);

}  // namespace ddltrail
