#include "log_table.h"

namespace ddltrail {

namespace {

Datum value_of(Relation log, HeapTuple row, const char* name, bool* is_null) {
  AttrNumber number = get_attnum(RelationGetRelid(log), name);
  return heap_getattr(row, number, RelationGetDescr(log), is_null);
}

// A text column of the row; null for NULL.
char* text_of(Relation log, HeapTuple row, const char* name) {
  bool is_null;
  Datum value = value_of(log, row, name, &is_null);
  return is_null ? nullptr : TextDatumGetCString(value);
}

uint64 txid_of(Relation log, HeapTuple row, const char* name) {
  bool is_null;
  Datum value = value_of(log, row, name, &is_null);
  return is_null ? 0 : U64FromFullTransactionId(DatumGetFullTransactionId(value));
}

}  // namespace

Oid log_relation(const char* name) {
  Oid relation = get_relname_relid(name, get_namespace_oid("ddltrail", false));
  if (!OidIsValid(relation))
    ereport(ERROR, (errcode(ERRCODE_UNDEFINED_TABLE), errmsg("\"ddltrail.%s\" is missing", name),
                    errhint("Drop the extension ddltrail and create it again.")));
  return relation;
}

Log read_log() {
  Relation relation = table_open(log_relation("log"), AccessShareLock);
  SysScanDesc scan =
      systable_beginscan(relation, InvalidOid, false, GetActiveSnapshot(), 0, nullptr);
  HeapTuple row = systable_getnext(scan);
  Log log = {};
  if (HeapTupleIsValid(row))
    log = {text_of(relation, row, "log_id"), text_of(relation, row, "broken_reason"),
           txid_of(relation, row, "pruned_txid")};
  systable_endscan(scan);
  table_close(relation, AccessShareLock);
  return log;
}

}  // namespace ddltrail
