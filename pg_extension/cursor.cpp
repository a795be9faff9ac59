// The functions that stand behind current_cursor and changes_since: what a cursor is made of, and
// whether one is of this log. See sql/README.md, The cursor.

#include "guard.h"
#include "pg/pg.h"

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
    if (field_length(cursor) != length || strncmp(cursor, expected, length) != 0 ||
        cursor[length] != '/')
      refuse(name);
    cursor += length + 1;
    expected += length + 1;
  }
  return cursor;
}

Datum to_snapshot(const char* text) {
  return DirectFunctionCall1(pg_snapshot_in, CStringGetDatum(text));
}

}  // namespace

}  // namespace ddltrail

extern "C" {

DDLTRAIL_FUNCTION(ddltrail_version) { return CStringGetTextDatum(DDLTRAIL_VERSION); }

DDLTRAIL_FUNCTION(ddltrail_system_identifier) {
  return Int64GetDatum(static_cast<int64>(GetSystemIdentifier()));
}

DDLTRAIL_FUNCTION(ddltrail_cursor_prefix) {
  return ddltrail::guarded(
      [&] { return CStringGetTextDatum(ddltrail::prefix(text_to_cstring(PG_GETARG_TEXT_PP(0)))); });
}

DDLTRAIL_FUNCTION(ddltrail_cursor_snapshot) {
  return ddltrail::guarded([&] {
    if (PG_ARGISNULL(0)) return ddltrail::to_snapshot("1:1:");
    const char* expected = ddltrail::prefix(text_to_cstring(PG_GETARG_TEXT_PP(1)));
    return ddltrail::to_snapshot(ddltrail::check(text_to_cstring(PG_GETARG_TEXT_PP(0)), expected));
  });
}

}  // extern "C"
