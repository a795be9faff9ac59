// The rows of `constraints` and of `foreign_keys` in a definition.
#pragma once

#include "defined_relation.h"
#include "jsonb_builder.h"
#include "vec.h"

namespace ddltrail {

struct DefinedConstraint {
  const FormData_pg_constraint* form;
  const char* kind;
  Vec<int16> columns;  // 0 is an expression
  Vec<int16> referenced_columns;
};

/// Sorted by kind and name.
Vec<DefinedConstraint> read_constraints(const DefinedRelation& relation);

/// Arrays of the rows. Need the attributes.
void put_constraints(JsonbBuilder& json, const DefinedRelation& relation,
                     const Vec<DefinedConstraint>& constraints);
void put_foreign_keys(JsonbBuilder& json, const DefinedRelation& relation,
                      const Vec<DefinedConstraint>& constraints);

}  // namespace ddltrail
