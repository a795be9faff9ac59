// The column `aggregate` of `routines`: the options of CREATE AGGREGATE, under their names there.
#pragma once

#include "jsonb_builder.h"

namespace ddltrail {

/// An object that has the options that are set.
void put_aggregate(JsonbBuilder& json, const FormData_pg_proc& routine);

}  // namespace ddltrail
