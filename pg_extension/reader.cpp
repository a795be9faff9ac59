#include "reader.h"

#include <algorithm>

#include "cursor.h"
#include "log_table.h"

namespace ddltrail {

namespace {

// The columns of change_log that decide whether a row is wanted.
struct Columns {
  AttrNumber id;
  AttrNumber txid;
  AttrNumber log_id;
  AttrNumber system_identifier;
  AttrNumber database_oid;
};

// What a row must be.
struct Wanted {
  const char* log_id;
  Datum seen;  // snapshot of the cursor
  Datum
      visible;  // snapshot that rows must be visible in; on a standby narrower than the active one
  bool is_bounded;
};

struct Scan {
  Relation log;
  TupleDesc shape;
  Columns columns;

  Datum value(HeapTuple row, AttrNumber column) const {
    bool is_null;
    return heap_getattr(row, column, shape, &is_null);
  }
};

Columns find_columns(Oid log) {
  return {get_attnum(log, "id"), get_attnum(log, "txid"), get_attnum(log, "log_id"),
          get_attnum(log, "system_identifier"), get_attnum(log, "database_oid")};
}

bool is_in(Datum txid, Datum snapshot) {
  return DatumGetBool(DirectFunctionCall2(pg_visible_in_snapshot, txid, snapshot));
}

bool is_of_this_log(const Scan& scan, HeapTuple row, const Wanted& wanted) {
  const Columns& columns = scan.columns;
  return DatumGetInt64(scan.value(row, columns.database_oid)) == static_cast<int64>(MyDatabaseId) &&
         DatumGetInt64(scan.value(row, columns.system_identifier)) ==
             static_cast<int64>(GetSystemIdentifier()) &&
         strcmp(TextDatumGetCString(scan.value(row, columns.log_id)), wanted.log_id) == 0;
}

bool is_wanted(const Scan& scan, HeapTuple row, const Wanted& wanted) {
  Datum txid = scan.value(row, scan.columns.txid);
  if (is_in(txid, wanted.seen) || (wanted.is_bounded && !is_in(txid, wanted.visible))) return false;
  return is_of_this_log(scan, row, wanted);
}

Vec<HeapTuple> collect(const Scan& scan, const Wanted& wanted) {
  Vec<HeapTuple> rows = {};
  ScanKeyData from;
  ScanKeyInit(&from, scan.columns.txid, BTGreaterEqualStrategyNumber, F_XID8GE,
              DirectFunctionCall1(pg_snapshot_xmin, wanted.seen));
  SysScanDesc by_txid = systable_beginscan(scan.log, log_relation("change_log_txid"), true,
                                           GetActiveSnapshot(), 1, &from);
  while (HeapTuple row = systable_getnext(by_txid)) {
    CHECK_FOR_INTERRUPTS();
    if (is_wanted(scan, row, wanted)) rows.push(heap_copytuple(row));
  }
  systable_endscan(by_txid);
  return rows;
}

void sort_by_id(const Scan& scan, Vec<HeapTuple>& rows) {
  std::sort(rows.begin(), rows.end(), [&](HeapTuple a, HeapTuple b) {
    return DatumGetInt64(scan.value(a, scan.columns.id)) <
           DatumGetInt64(scan.value(b, scan.columns.id));
  });
}

void check_access(Oid log) {
  AclResult result = pg_class_aclcheck(log, GetUserId(), ACL_SELECT);
  if (result != ACLCHECK_OK) aclcheck_error(result, OBJECT_TABLE, "ddltrail.change_log");
}

void check_sound(const Log& log) {
  if (log.broken_reason == nullptr) return;
  ereport(ERROR, (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
                  errmsg("the log is broken: %s", log.broken_reason),
                  errhint("Changes are missing from it: read the whole schema.")));
}

// What is pruned was older than every transaction that ran then: see prune() in the install script.
void check_not_pruned(const Log& log, Datum seen) {
  Datum oldest = DirectFunctionCall1(pg_snapshot_xmin, seen);
  if (U64FromFullTransactionId(DatumGetFullTransactionId(oldest)) > log.pruned_txid) return;
  ereport(ERROR,
          (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
           errmsg("the cursor was taken before rows that have been pruned"),
           errhint("Read the whole schema and take a new cursor with ddltrail.current_cursor().")));
}

Wanted wanted_since(const char* cursor) {
  Log log = read_log();
  check_sound(log);
  const char* log_id = log.id;
  // Without a log there is nothing to find, and every cursor is of another one.
  if (log_id == nullptr) log_id = "";
  Datum seen = cursor != nullptr ? cursor_snapshot(cursor, log_id)
                                 : DirectFunctionCall1(pg_snapshot_in, CStringGetDatum("1:1:"));
  if (cursor != nullptr) check_not_pruned(log, seen);
  return {log_id, seen, safe_snapshot(), RecoveryInProgress()};
}

}  // namespace

Vec<HeapTuple> read_changes_since(const char* cursor) {
  Oid log = log_relation("change_log");
  check_access(log);
  Wanted wanted = wanted_since(cursor);
  Relation relation = table_open(log, AccessShareLock);
  Scan scan = {relation, RelationGetDescr(relation), find_columns(log)};
  Vec<HeapTuple> rows = collect(scan, wanted);
  sort_by_id(scan, rows);
  table_close(relation, AccessShareLock);
  return rows;
}

}  // namespace ddltrail
