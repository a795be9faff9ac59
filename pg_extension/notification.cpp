#include "notification.h"

#include "faults.h"
#include "pg/pg.h"

namespace ddltrail {

namespace {

bool is_due = false;

// Asking makes the server tidy its queue up, and a notification takes a few bytes of gigabytes.
constexpr int kSentBetweenChecks = 256;

int left_to_send = 0;
double checked_limit = 0;

// A commit fails where the queue is full: listeners that are so far behind look at the log anyway.
bool is_queue_filling() {
  return DatumGetFloat8(OidFunctionCall0(F_PG_NOTIFICATION_QUEUE_USAGE)) > queue_limit();
}

bool may_send() {
  if (left_to_send > 0 && checked_limit == queue_limit()) return left_to_send-- > 0;
  checked_limit = queue_limit();
  left_to_send = is_queue_filling() ? 0 : kSentBetweenChecks;
  return left_to_send > 0;
}

}  // namespace

void notify_at_commit() { is_due = true; }

void send_notification() {
  if (!is_due) return;
  is_due = false;
  if (may_send()) Async_Notify("ddltrail", "");
}

void forget_notification() { is_due = false; }

}  // namespace ddltrail
