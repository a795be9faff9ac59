#include "server_text.h"

#include <initializer_list>

namespace ddltrail {

namespace {

// DirectFunctionCall takes null for an error.
const char* call(PGFunction function, std::initializer_list<Datum> arguments) {
  LOCAL_FCINFO(call, 3);
  InitFunctionCallInfoData(*call, nullptr, arguments.size(), InvalidOid, nullptr, nullptr);
  int place = 0;
  for (Datum argument : arguments) call->args[place++] = {argument, false};
  Datum result = function(call);
  return call->isnull ? nullptr : TextDatumGetCString(result);
}

// The output of a type like regclass; null for 0.
const char* name_text(PGFunction output, Oid oid) {
  if (!OidIsValid(oid)) return nullptr;
  return DatumGetCString(DirectFunctionCall1(output, ObjectIdGetDatum(oid)));
}

}  // namespace

const char* server_text(PGFunction function, Oid oid) {
  return call(function, {ObjectIdGetDatum(oid)});
}

const char* expression_text(Datum tree, Oid relation) {
  return call(pg_get_expr, {tree, ObjectIdGetDatum(relation)});
}

const char* index_key_text(Oid index, int place) {
  return call(pg_get_indexdef_ext,
              {ObjectIdGetDatum(index), Int32GetDatum(place), BoolGetDatum(false)});
}

const char* default_text_of_type(HeapTuple type) {
  bool is_null;
  Datum tree = SysCacheGetAttr(TYPEOID, type, Anum_pg_type_typdefaultbin, &is_null);
  return is_null ? nullptr : expression_text(tree, InvalidOid);
}

const char* collation_text(Oid collation, Oid type) {
  bool is_usual = !OidIsValid(collation) || collation == get_typcollation(type);
  return is_usual ? nullptr : name_text(regcollationout, collation);
}

const char* routine_text(Oid routine) { return name_text(regprocout, routine); }

const char* operator_text(Oid op) { return name_text(regoperout, op); }

const char* operator_class_text(Oid oid) {
  HeapTuple tuple = SearchSysCache1(CLAOID, ObjectIdGetDatum(oid));
  if (!HeapTupleIsValid(tuple)) elog(ERROR, "cache lookup failed for operator class %u", oid);
  auto* form = reinterpret_cast<Form_pg_opclass>(GETSTRUCT(tuple));
  const char* text =
      quote_qualified_identifier(get_namespace_name(form->opcnamespace), NameStr(form->opcname));
  ReleaseSysCache(tuple);
  return text;
}

const char* owner_text(Oid role) {
  return NameStr(*DatumGetName(DirectFunctionCall1(pg_get_userbyid, ObjectIdGetDatum(role))));
}

}  // namespace ddltrail
