// What the server collected for event triggers: its functions called as they are, without a query
// around them.
#pragma once

#include "pg/pg.h"

namespace ddltrail {

/// Calls a set-returning function without arguments, and `take` with a slot for each of its rows.
template <typename Take>
void for_each_row(Oid function, Take&& take) {
  FmgrInfo info;
  fmgr_info(function, &info);
  ReturnSetInfo result = {};
  result.type = T_ReturnSetInfo;
  result.econtext = CreateStandaloneExprContext();
  result.allowedModes = SFRM_Materialize;
  LOCAL_FCINFO(call, 0);
  InitFunctionCallInfoData(*call, &info, 0, InvalidOid, nullptr, reinterpret_cast<Node*>(&result));
  FunctionCallInvoke(call);
  TupleTableSlot* slot = MakeSingleTupleTableSlot(result.setDesc, &TTSOpsMinimalTuple);
  while (tuplestore_gettupleslot(result.setResult, true, false, slot)) take(slot);
  ExecDropSingleTupleTableSlot(slot);
  // Of many rows it has a file, which memory that is freed would leave open.
  tuplestore_end(result.setResult);
  FreeExprContext(result.econtext, true);
}

}  // namespace ddltrail
