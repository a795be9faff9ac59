// Lists of columns that databases write in the order in which the table has them: those of checks
// and of extended statistics. That order is not compared.
#pragma once

#include "model/schema.h"

namespace ddltrail {

/// Such lists of `from` stand as they do in `to`, where they have the same columns.
void take_column_order(Schema& from, const Schema& to);

}  // namespace ddltrail
