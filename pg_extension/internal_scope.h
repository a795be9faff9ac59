// Our own reading and writing happens as the owner of the extension and with nothing but pg_catalog
// on the path: whoever runs the command can neither be in the way nor slip us a function. Trivial
// on purpose: where an error jumps out, the server puts user and settings back itself.
#pragma once

#include "pg/pg.h"

namespace ddltrail {

struct InternalScope {
  Oid user;
  int security_context;
  int settings_level;
};

InternalScope enter_internal_scope();
void leave_internal_scope(const InternalScope& scope);

}  // namespace ddltrail
