#include "reader.h"

#include <algorithm>

#include "cursor.h"
#include "log_table.h"

namespace ddltrail {

namespace {

// The columns of change_log that decide whether a row is wanted.
struct Columns {
  AttrNumber txid;
  AttrNumber log_id;
  AttrNumber system_identifier;
  AttrNumber database_oid;
  AttrNumber horizon;
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

// Of the table that is open: to ask the catalog for each would cost a new connection as many scans.
Columns find_columns(TupleDesc log) {
  auto column = [log](const char* name) { return static_cast<AttrNumber>(SPI_fnumber(log, name)); };
  return {column("txid"), column("log_id"), column("system_identifier"), column("database_oid"),
          column("horizon")};
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

bool is_unread(const Scan& scan, HeapTuple row, const Wanted& wanted) {
  Datum txid = scan.value(row, scan.columns.txid);
  return !is_in(txid, wanted.seen) && !(wanted.is_bounded && !is_in(txid, wanted.visible));
}

// Whoever wrote rows that are not in `seen` had no transaction id yet as this row was numbered.
bool is_below_unread(const Scan& scan, HeapTuple row, FullTransactionId oldest_unseen) {
  bool is_null;
  Datum horizon = heap_getattr(row, scan.columns.horizon, scan.shape, &is_null);
  return !is_null &&
         FullTransactionIdPrecedesOrEquals(DatumGetFullTransactionId(horizon), oldest_unseen);
}

// The youngest first.
Vec<HeapTuple> collect(const Scan& scan, const Wanted& wanted) {
  Vec<HeapTuple> rows = {};
  FullTransactionId oldest_unseen =
      DatumGetFullTransactionId(DirectFunctionCall1(pg_snapshot_xmin, wanted.seen));
  Relation key = index_open(log_relation("change_log_key"), AccessShareLock);
  SysScanDesc by_id = systable_beginscan_ordered(scan.log, key, GetActiveSnapshot(), 0, nullptr);
  while (HeapTuple row = systable_getnext_ordered(by_id, BackwardScanDirection)) {
    CHECK_FOR_INTERRUPTS();
    if (!is_of_this_log(scan, row, wanted)) continue;
    if (is_unread(scan, row, wanted))
      rows.push(heap_copytuple(row));
    else if (is_below_unread(scan, row, oldest_unseen))
      break;
  }
  systable_endscan_ordered(by_id);
  index_close(key, AccessShareLock);
  return rows;
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
  TupleDesc shape = RelationGetDescr(relation);
  Scan scan = {relation, shape, find_columns(shape)};
  Vec<HeapTuple> rows = collect(scan, wanted);
  std::reverse(rows.begin(), rows.end());
  table_close(relation, AccessShareLock);
  return rows;
}

}  // namespace ddltrail
