#include "notification.h"

#include "pg/pg.h"

namespace ddltrail {

namespace {

// A commit fails where the queue is full: listeners that are so far behind look at the log anyway.
constexpr double kQueueLimit = 0.5;

bool is_due = false;

bool is_queue_filling() {
  return DatumGetFloat8(OidFunctionCall0(F_PG_NOTIFICATION_QUEUE_USAGE)) > kQueueLimit;
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
