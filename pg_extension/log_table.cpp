#include "log_table.h"

namespace ddltrail {

namespace {

char* log_id_of(Relation log, HeapTuple row) {
  AttrNumber column = get_attnum(RelationGetRelid(log), "log_id");
  bool is_null;
  Datum log_id = heap_getattr(row, column, RelationGetDescr(log), &is_null);
  return TextDatumGetCString(log_id);
}

}  // namespace

Oid log_relation(const char* name) {
  Oid relation = get_relname_relid(name, get_namespace_oid("ddltrail", false));
  if (!OidIsValid(relation))
    ereport(ERROR, (errcode(ERRCODE_UNDEFINED_TABLE), errmsg("\"ddltrail.%s\" is missing", name),
                    errhint("Drop the extension ddltrail and create it again.")));
  return relation;
}

char* read_log_id() {
  Relation log = table_open(log_relation("log"), AccessShareLock);
  SysScanDesc scan = systable_beginscan(log, InvalidOid, false, GetActiveSnapshot(), 0, nullptr);
  HeapTuple row = systable_getnext(scan);
  char* log_id = HeapTupleIsValid(row) ? log_id_of(log, row) : nullptr;
  systable_endscan(scan);
  table_close(log, AccessShareLock);
  return log_id;
}

}  // namespace ddltrail
