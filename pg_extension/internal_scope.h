// Our own reading and writing happens as the owner of the extension and with nothing but pg_catalog
// on the path: whoever runs the command can neither be in the way nor slip us a function, and what
// the session has set does not show in the log. Where an error jumps out, the server puts user,
// path and the transaction's mode back itself.
#pragma once

#include "guard.h"
#include "pg/pg.h"
#include "plain_printing.h"

namespace ddltrail {

struct InternalScope {
  Oid user;
  int security_context;
  bool is_read_only;
  pg::SearchPath path;
};

InternalScope enter_internal_scope();
void leave_internal_scope(const InternalScope& scope);

/// Runs `body` in such a scope, with the latest snapshot active, in memory that goes when it is
/// done.
template <typename Body>
void internally(Body&& body) {
  MemoryContext work =
      AllocSetContextCreate(CurrentMemoryContext, "ddltrail work", ALLOCSET_DEFAULT_SIZES);
  MemoryContext old = MemoryContextSwitchTo(work);
  InternalScope scope = enter_internal_scope();
  // A command that commits midway leaves no snapshot behind, and that of the transaction may be
  // old.
  PushActiveSnapshot(GetLatestSnapshot());
  Printing printing = print_by(plain_printing());
  PG_TRY();
  {
    // An exception must not leave PG_TRY.
    guarded(body);
  }
  PG_FINALLY();
  { print_by(printing); }
  PG_END_TRY();
  PopActiveSnapshot();
  leave_internal_scope(scope);
  MemoryContextSwitchTo(old);
  MemoryContextDelete(work);
}

}  // namespace ddltrail
