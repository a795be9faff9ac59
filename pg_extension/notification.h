// LISTEN ddltrail: a transaction that wrote to the log wakes its listeners when it commits. Asked
// for at the last moment, since a transaction with notifications cannot be prepared.
#pragma once

namespace ddltrail {

/// Called where rows were written.
void notify_at_commit();

/// In the pre-commit callback: sends what is due.
void send_notification();
/// The transaction has ended, or its commit is somebody else's now.
void forget_notification();

}  // namespace ddltrail
