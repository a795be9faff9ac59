// The functions that SQL calls, as sql/postgres/30_functions.sql declares them.

#include "cursor.h"
#include "faults.h"
#include "guard.h"
#include "log_table.h"
#include "notification.h"
#include "own_table.h"
#include "pg/pg.h"
#include "readable_definition.h"
#include "reader.h"
#include "settings.h"

namespace ddltrail {

namespace {

// The table of a row, which must be one of ours.
Oid table_of(HeapTupleHeader row) {
  Oid table = get_typ_typrelid(HeapTupleHeaderGetTypeId(row));
  if (!OidIsValid(table) || get_rel_namespace(table) != get_namespace_oid("ddltrail", false))
    ereport(ERROR,
            (errcode(ERRCODE_WRONG_OBJECT_TYPE), errmsg("not a row of a table of ddltrail")));
  return table;
}

void write_row(HeapTupleHeader row) {
  OwnTable own = open_own_table(table_of(row));
  HeapTupleData tuple = {};
  tuple.t_len = HeapTupleHeaderGetDatumLength(row);
  tuple.t_data = row;
  heap_deform_tuple(&tuple, RelationGetDescr(own.table), own.slot->tts_values,
                    own.slot->tts_isnull);
  ExecStoreVirtualTuple(own.slot);
  bool is_log = RelationGetRelid(own.table) == log_relation("change_log");
  insert_row(own, is_log && settings.publish);
  if (!is_log) log_has_changed(RelationGetRelid(own.table));
  close_own_table(own);
  if (is_log) notify_at_commit();
}

void delete_places(Oid table, ArrayType* places) {
  auto* first = reinterpret_cast<const ItemPointerData*>(ARR_DATA_PTR(places));
  size_t count = ArrayGetNItems(ARR_NDIM(places), ARR_DIMS(places));
  delete_rows(table, {first, count});
  log_has_changed(table);
}

// Rights alone do not keep others out: members of pg_write_all_data have them on every table.
void refuse_write(FunctionCallInfo fcinfo) {
  if (!CALLED_AS_TRIGGER(fcinfo))
    ereport(ERROR, (errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
                    errmsg("this function is for triggers only")));
  auto* trigger = reinterpret_cast<const TriggerData*>(fcinfo->context);
  if (superuser()) {
    log_has_changed(RelationGetRelid(trigger->tg_relation));
    return;
  }
  ereport(ERROR, (errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
                  errmsg("only superusers may write into \"ddltrail.%s\"",
                         RelationGetRelationName(trigger->tg_relation))));
}

// The oldest transaction that the reader of a cursor may not have seen; null for a cursor of
// another log.
Datum unread_since(const char* cursor, bool* is_null) {
  const char* log_id = read_log().id;
  *is_null = log_id == nullptr || !is_cursor_of(cursor, log_id);
  return *is_null ? 0 : DirectFunctionCall1(pg_snapshot_xmin, cursor_snapshot(cursor, log_id));
}

}  // namespace

}  // namespace ddltrail

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

DDLTRAIL_FUNCTION(ddltrail_unread_since) {
  const char* cursor = text_to_cstring(PG_GETARG_TEXT_PP(0));
  return ddltrail::guarded([&] { return ddltrail::unread_since(cursor, &fcinfo->isnull); });
}

DDLTRAIL_FUNCTION(ddltrail_readable_definition) {
  return ddltrail::guarded([&] {
    ddltrail::ObjectKey object = {PG_GETARG_OID(0), static_cast<Oid>(PG_GETARG_INT64(1))};
    return ddltrail::readable_definition(object, text_to_cstring(PG_GETARG_TEXT_PP(2)),
                                         text_to_cstring(PG_GETARG_TEXT_PP(3)), &fcinfo->isnull);
  });
}

DDLTRAIL_FUNCTION(ddltrail_write_row) {
  ddltrail::guarded([&] { ddltrail::write_row(PG_GETARG_HEAPTUPLEHEADER(0)); });
  PG_RETURN_VOID();
}

DDLTRAIL_FUNCTION(ddltrail_refuse_write) {
  ddltrail::guarded([&] { ddltrail::refuse_write(fcinfo); });
  PG_RETURN_POINTER(nullptr);
}

DDLTRAIL_FUNCTION(ddltrail_delete_rows) {
  ddltrail::guarded([&] { ddltrail::delete_places(PG_GETARG_OID(0), PG_GETARG_ARRAYTYPE_P(1)); });
  PG_RETURN_VOID();
}

}  // extern "C"
