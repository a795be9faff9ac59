// The functions that SQL calls, as sql/postgres/30_functions.sql declares them.

#include "cursor.h"
#include "faults.h"
#include "guard.h"
#include "log_table.h"
#include "pg/pg.h"
#include "reader.h"

extern "C" {

DDLTRAIL_FUNCTION(ddltrail_version) { return CStringGetTextDatum(DDLTRAIL_VERSION); }

DDLTRAIL_FUNCTION(ddltrail_system_identifier) {
  return Int64GetDatum(static_cast<int64>(GetSystemIdentifier()));
}

DDLTRAIL_FUNCTION(ddltrail_current_cursor) {
  const char* cursor = ddltrail::guarded([] {
    ddltrail::maybe_fail("function");
    const char* log_id = ddltrail::read_log().id;
    return log_id == nullptr ? nullptr : ddltrail::make_cursor(log_id);
  });
  if (cursor == nullptr) PG_RETURN_NULL();
  return CStringGetTextDatum(cursor);
}

DDLTRAIL_FUNCTION(ddltrail_changes_since) {
  ddltrail::guarded([&] {
    const char* cursor = PG_ARGISNULL(0) ? nullptr : text_to_cstring(PG_GETARG_TEXT_PP(0));
    InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
    auto* result = reinterpret_cast<ReturnSetInfo*>(fcinfo->resultinfo);
    for (HeapTuple row : ddltrail::read_changes_since(cursor))
      tuplestore_puttuple(result->setResult, row);
  });
  PG_RETURN_NULL();
}

}  // extern "C"
