#include "definition_range_type.h"

#include "defined_type.h"
#include "server_text.h"

namespace ddltrail {

namespace {

void put_range(JsonbBuilder& json, const FormData_pg_range& form) {
  json.text("subtype", format_type_be(form.rngsubtype));
  json.text("operator_class", operator_class_text(form.rngsubopc));
  json.text("collation", collation_text(form.rngcollation, form.rngsubtype));
  json.text("canonical", routine_text(form.rngcanonical));
  json.text("subtype_diff", routine_text(form.rngsubdiff));
  json.text("multirange_type", format_type_be(form.rngmultitypid));
}

void put_row(JsonbBuilder& json, const DefinedType& type, const FormData_pg_range& form) {
  json.begin_object();
  put_head(json, type, "type_name");
  put_range(json, form);
  json.text("owner", owner_text(type.form->typowner));
  json.end_object();
}

}  // namespace

bool put_range_type(JsonbBuilder& json, Oid oid, Snapshot) {
  DefinedType type;
  HeapTuple tuple = SearchSysCacheCopy1(RANGETYPE, ObjectIdGetDatum(oid));
  if (!HeapTupleIsValid(tuple) || !find_type(oid, TYPTYPE_RANGE, &type)) return false;
  json.begin_array("range_types");
  put_row(json, type, *reinterpret_cast<Form_pg_range>(GETSTRUCT(tuple)));
  json.end_array();
  return true;
}

}  // namespace ddltrail
