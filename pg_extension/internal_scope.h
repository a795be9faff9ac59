// Our own reading and writing happens as the owner of the extension and with nothing but pg_catalog
// on the path: whoever runs the command can neither be in the way nor slip us a function, and what
// the session has set does not show in the log. Trivial on purpose: where an error jumps out, the
// server puts user, settings and the transaction's mode back itself.
#pragma once

#include "pg/pg.h"

namespace ddltrail {

struct InternalScope {
  Oid user;
  int security_context;
  int settings_level;
  bool is_read_only;
};

InternalScope enter_internal_scope();
void leave_internal_scope(const InternalScope& scope);

}  // namespace ddltrail
