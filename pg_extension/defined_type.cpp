#include "defined_type.h"

#include "left_out.h"

namespace ddltrail {

bool find_type(Oid oid, char typtype, DefinedType* type) {
  HeapTuple tuple = SearchSysCacheCopy1(TYPEOID, ObjectIdGetDatum(oid));
  if (!HeapTupleIsValid(tuple)) return false;
  auto* form = reinterpret_cast<Form_pg_type>(GETSTRUCT(tuple));
  *type = {tuple, form, get_namespace_name(form->typnamespace)};
  return form->typtype == typtype && !is_left_out(TypeRelationId, oid, type->schema);
}

void put_head(JsonbBuilder& json, const DefinedType& type, const char* name_column) {
  json.text("schema_name", type.schema);
  json.text(name_column, type.name());
  json.number("object_id", type.form->oid);
  json.text("comment", GetComment(type.form->oid, TypeRelationId, 0));
}

}  // namespace ddltrail
