// The part of the diff that compares the labels of an enum.
#pragma once

#include "image.h"
#include "operations.h"

namespace ddltrail {

/// Adds the operations that lead from the old labels to the new.
void diff_labels(const ObjectImage& before, const ObjectImage& after, Operations& operations);

}  // namespace ddltrail
