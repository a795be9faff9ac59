#include "definition_routine.h"

#include "definition_aggregate.h"
#include "left_out.h"
#include "server_text.h"

namespace ddltrail {

namespace {

const char* kind_name(char kind) {
  switch (kind) {
    case PROKIND_FUNCTION:
      return "function";
    case PROKIND_PROCEDURE:
      return "procedure";
    case PROKIND_AGGREGATE:
      return "aggregate";
    default:
      return "window function";
  }
}

void put_signature(JsonbBuilder& json, const FormData_pg_proc& form) {
  json.text("identity_arguments", server_text(pg_get_function_identity_arguments, form.oid));
  json.text("arguments", server_text(pg_get_function_arguments, form.oid));
  json.text("result", server_text(pg_get_function_result, form.oid));
}

void put_body(JsonbBuilder& json, const FormData_pg_proc& form) {
  bool is_aggregate = form.prokind == PROKIND_AGGREGATE;
  json.text("language", get_language_name(form.prolang, true));
  json.text("definition", is_aggregate ? nullptr : server_text(pg_get_functiondef, form.oid));
  json.key("aggregate");
  if (is_aggregate)
    put_aggregate(json, form);
  else
    json.text(nullptr);
}

void put_row(JsonbBuilder& json, const FormData_pg_proc& form, const char* schema) {
  json.begin_object();
  json.text("schema_name", schema);
  json.text("routine_name", NameStr(form.proname));
  json.number("object_id", form.oid);
  json.text("kind", kind_name(form.prokind));
  put_signature(json, form);
  put_body(json, form);
  json.text("owner", owner_text(form.proowner));
  json.text("comment", GetComment(form.oid, ProcedureRelationId, 0));
  json.end_object();
}

}  // namespace

bool put_routine(JsonbBuilder& json, Oid routine, Snapshot snapshot) {
  HeapTuple tuple = SearchSysCacheCopy1(PROCOID, ObjectIdGetDatum(routine));
  if (!HeapTupleIsValid(tuple)) return false;
  auto* form = reinterpret_cast<Form_pg_proc>(GETSTRUCT(tuple));
  const char* schema = get_namespace_name(form->pronamespace);
  if (is_left_out(ProcedureRelationId, routine, schema) ||
      comes_with_type(ProcedureRelationId, routine, snapshot))
    return false;
  json.begin_array("routines");
  put_row(json, *form, schema);
  json.end_array();
  return true;
}

}  // namespace ddltrail
