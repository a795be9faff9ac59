#include "definition_schema.h"

#include "left_out.h"
#include "server_text.h"

namespace ddltrail {

namespace {

void put_row(JsonbBuilder& json, const FormData_pg_namespace& form) {
  json.begin_object();
  json.text("schema_name", NameStr(form.nspname));
  json.number("object_id", form.oid);
  json.text("owner", owner_text(form.nspowner));
  json.text("comment", GetComment(form.oid, NamespaceRelationId, 0));
  json.end_object();
}

}  // namespace

bool put_schema(JsonbBuilder& json, Oid schema, Snapshot) {
  HeapTuple tuple = SearchSysCacheCopy1(NAMESPACEOID, ObjectIdGetDatum(schema));
  if (!HeapTupleIsValid(tuple)) return false;
  auto* form = reinterpret_cast<Form_pg_namespace>(GETSTRUCT(tuple));
  if (is_left_out(NamespaceRelationId, schema, NameStr(form->nspname))) return false;
  json.begin_array("schemas");
  put_row(json, *form);
  json.end_array();
  return true;
}

}  // namespace ddltrail
