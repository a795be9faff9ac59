#include "server_text.h"

#include <initializer_list>

namespace ddltrail {

namespace {

// DirectFunctionCall takes null for an error.
const char* call(PGFunction function, std::initializer_list<Datum> arguments) {
  LOCAL_FCINFO(call, 2);
  InitFunctionCallInfoData(*call, nullptr, arguments.size(), InvalidOid, nullptr, nullptr);
  int place = 0;
  for (Datum argument : arguments) call->args[place++] = {argument, false};
  Datum result = function(call);
  return call->isnull ? nullptr : TextDatumGetCString(result);
}

}  // namespace

const char* server_text(PGFunction function, Oid oid) {
  return call(function, {ObjectIdGetDatum(oid)});
}

const char* expression_text(Datum tree, Oid relation) {
  return call(pg_get_expr, {tree, ObjectIdGetDatum(relation)});
}

}  // namespace ddltrail
