// A type of which a definition is made: what its row has in common with those of other types.
#pragma once

#include "jsonb_builder.h"

namespace ddltrail {

struct DefinedType {
  HeapTuple tuple;
  const FormData_pg_type* form;
  const char* schema;

  const char* name() const { return NameStr(form->typname); }
};

/// False where the type is not there, not of this typtype, or left out.
bool find_type(Oid oid, char typtype, DefinedType* type);

/// The columns `schema_name`, the name as `name_column`, `object_id` and `comment`.
void put_head(JsonbBuilder& json, const DefinedType& type, const char* name_column);

}  // namespace ddltrail
