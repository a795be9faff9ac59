#include "log_table.h"

namespace ddltrail {

namespace {

// The columns of ddltrail.log, as the install script has them.
enum LogColumn { kLogId = 2, kPrunedTxid = 5, kBrokenReason = 7 };

// A text column of the row; null for NULL.
char* text_of(Relation log, HeapTuple row, LogColumn column) {
  bool is_null;
  Datum value = heap_getattr(row, column, RelationGetDescr(log), &is_null);
  return is_null ? nullptr : TextDatumGetCString(value);
}

uint64 txid_of(Relation log, HeapTuple row, LogColumn column) {
  bool is_null;
  Datum value = heap_getattr(row, column, RelationGetDescr(log), &is_null);
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
    log = {text_of(relation, row, kLogId), text_of(relation, row, kBrokenReason),
           txid_of(relation, row, kPrunedTxid)};
  systable_endscan(scan);
  table_close(relation, AccessShareLock);
  return log;
}

}  // namespace ddltrail
