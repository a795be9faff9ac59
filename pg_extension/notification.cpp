#include "notification.h"

#include "faults.h"
#include "pg/pg.h"

namespace ddltrail {

namespace {

bool is_due = false;

// A commit fails where the queue is full: listeners that are so far behind look at the log anyway.
bool is_queue_filling() {
  return DatumGetFloat8(OidFunctionCall0(F_PG_NOTIFICATION_QUEUE_USAGE)) > queue_limit();
}

}  // namespace

void notify_at_commit() { is_due = true; }

void send_notification() {
  if (!is_due) return;
  is_due = false;
  if (!is_queue_filling()) Async_Notify("ddltrail", "");
}

void forget_notification() { is_due = false; }

}  // namespace ddltrail
