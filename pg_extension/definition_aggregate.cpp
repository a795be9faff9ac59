#include "definition_aggregate.h"

#include "server_text.h"

namespace ddltrail {

namespace {

void put_option(JsonbBuilder& json, const char* name, const char* value) {
  if (value != nullptr) json.text(name, value);
}

void put_number(JsonbBuilder& json, const char* name, int32 number) {
  if (number != 0) json.number(name, number);
}

void put_flag(JsonbBuilder& json, const char* name, bool is_set) {
  if (is_set) json.boolean(name, true);
}

const char* attribute_text(HeapTuple tuple, AttrNumber attribute) {
  bool is_null;
  Datum datum = SysCacheGetAttr(AGGFNOID, tuple, attribute, &is_null);
  return is_null ? nullptr : TextDatumGetCString(datum);
}

const char* modify_name(char modify) {
  if (modify == AGGMODIFY_READ_ONLY) return "read_only";
  return modify == AGGMODIFY_SHAREABLE ? "shareable" : "read_write";
}

const char* parallel_name(char parallel) {
  if (parallel == PROPARALLEL_SAFE) return "safe";
  return parallel == PROPARALLEL_RESTRICTED ? "restricted" : "unsafe";
}

void put_plain(JsonbBuilder& json, HeapTuple tuple, const FormData_pg_aggregate& form) {
  put_option(json, "sfunc", routine_text(form.aggtransfn));
  put_option(json, "stype", format_type_be(form.aggtranstype));
  put_number(json, "sspace", form.aggtransspace);
  put_option(json, "initcond", attribute_text(tuple, Anum_pg_aggregate_agginitval));
  put_option(json, "finalfunc", routine_text(form.aggfinalfn));
  put_flag(json, "finalfunc_extra", form.aggfinalextra);
  put_option(json, "finalfunc_modify", modify_name(form.aggfinalmodify));
  put_option(json, "combinefunc", routine_text(form.aggcombinefn));
  put_option(json, "serialfunc", routine_text(form.aggserialfn));
  put_option(json, "deserialfunc", routine_text(form.aggdeserialfn));
}

// What serves a moving window.
void put_moving(JsonbBuilder& json, HeapTuple tuple, const FormData_pg_aggregate& form) {
  bool is_moving = OidIsValid(form.aggmtranstype);
  put_option(json, "msfunc", routine_text(form.aggmtransfn));
  put_option(json, "minvfunc", routine_text(form.aggminvtransfn));
  put_option(json, "mstype", is_moving ? format_type_be(form.aggmtranstype) : nullptr);
  put_number(json, "msspace", form.aggmtransspace);
  put_option(json, "minitcond", attribute_text(tuple, Anum_pg_aggregate_aggminitval));
  put_option(json, "mfinalfunc", routine_text(form.aggmfinalfn));
  put_flag(json, "mfinalfunc_extra", form.aggmfinalextra);
  put_option(json, "mfinalfunc_modify", is_moving ? modify_name(form.aggmfinalmodify) : nullptr);
}

}  // namespace

void put_aggregate(JsonbBuilder& json, const FormData_pg_proc& routine) {
  HeapTuple tuple = SearchSysCacheCopy1(AGGFNOID, ObjectIdGetDatum(routine.oid));
  if (!HeapTupleIsValid(tuple)) elog(ERROR, "cache lookup failed for aggregate %u", routine.oid);
  const FormData_pg_aggregate& form = *reinterpret_cast<Form_pg_aggregate>(GETSTRUCT(tuple));
  json.begin_object();
  put_plain(json, tuple, form);
  put_moving(json, tuple, form);
  put_option(json, "sortop", operator_text(form.aggsortop));
  put_flag(json, "hypothetical", form.aggkind == AGGKIND_HYPOTHETICAL);
  put_option(json, "parallel", parallel_name(routine.proparallel));
  json.end_object();
}

}  // namespace ddltrail
