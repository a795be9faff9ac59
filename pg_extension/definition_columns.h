// The rows of `columns` in a definition.
#pragma once

#include "defined_relation.h"
#include "insertable.h"
#include "jsonb_builder.h"

namespace ddltrail {

/// An array of the rows, in table order. Needs the attributes and the comments.
void put_columns(JsonbBuilder& json, const DefinedRelation& relation, const Insertable& insertable);

}  // namespace ddltrail
