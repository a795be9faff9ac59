// The rows of a schema under later names, apart from their texts.
#pragma once

#include "diff/renames.h"
#include "model/schema.h"

namespace ddltrail {

/// `to` tells how the arguments of routines are spelled. The rows are no more in order.
void give_later_names(const Renames& renames, Schema& from, const Schema& to);

}  // namespace ddltrail
