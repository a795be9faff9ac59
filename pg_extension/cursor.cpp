#include "cursor.h"

namespace ddltrail {

namespace {

constexpr const char* kFieldNames[] = {"contract", "log", "system", "database", "timeline"};

TimeLineID current_timeline() {
  if (!RecoveryInProgress()) return GetWALInsertionTimeLine();
  TimeLineID timeline;
  GetXLogReplayRecPtr(&timeline);
  return timeline;
}

// Everything of a cursor but the snapshot, with the last slash.
char* prefix(const char* log_id) {
  return psprintf("1/%s/" INT64_FORMAT "/%u/%u/", log_id, static_cast<int64>(GetSystemIdentifier()),
                  MyDatabaseId, current_timeline());
}

int field_length(const char* text) { return strcspn(text, "/"); }

[[noreturn]] void refuse(const char* what) {
  ereport(ERROR,
          (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
           errmsg("the cursor was taken from another %s", what),
           errhint("Read the whole schema and take a new cursor with ddltrail.current_cursor().")));
  pg_unreachable();
}

// The snapshot in the cursor; raises where a field differs from that of this log.
const char* check(const char* cursor, const char* expected) {
  for (const char* name : kFieldNames) {
    int length = field_length(expected);
    if (strncmp(cursor, expected, length + 1) != 0) refuse(name);
    cursor += length + 1;
    expected += length + 1;
  }
  return cursor;
}

Datum to_snapshot(const char* text) {
  return DirectFunctionCall1(pg_snapshot_in, CStringGetDatum(text));
}

char* to_text(Datum snapshot) {
  return DatumGetCString(DirectFunctionCall1(pg_snapshot_out, snapshot));
}

}  // namespace

Datum safe_snapshot() {
  Datum snapshot = OidFunctionCall0(F_PG_CURRENT_SNAPSHOT);
  if (!RecoveryInProgress()) return snapshot;
  // A standby does not know which transactions are in progress: only what is older than all is
  // safe.
  Datum oldest = DirectFunctionCall1(pg_snapshot_xmin, snapshot);
  uint64 xmin = U64FromFullTransactionId(DatumGetFullTransactionId(oldest));
  return to_snapshot(psprintf(UINT64_FORMAT ":" UINT64_FORMAT ":", xmin, xmin));
}

char* make_cursor(const char* log_id) {
  return psprintf("%s%s", prefix(log_id), to_text(safe_snapshot()));
}

bool is_cursor_of(const char* cursor, const char* log_id) {
  const char* expected = prefix(log_id);
  return strncmp(cursor, expected, strlen(expected)) == 0;
}

Datum cursor_snapshot(const char* cursor, const char* log_id) {
  return to_snapshot(check(cursor, prefix(log_id)));
}

}  // namespace ddltrail
