#include "internal_scope.h"

namespace ddltrail {

InternalScope enter_internal_scope() {
  InternalScope scope;
  GetUserIdAndSecContext(&scope.user, &scope.security_context);
  SetUserIdAndSecContext(BOOTSTRAP_SUPERUSERID,
                         scope.security_context | SECURITY_LOCAL_USERID_CHANGE);
  // A command can turn its own transaction read-only.
  scope.is_read_only = XactReadOnly;
  XactReadOnly = false;
  scope.path = pg::search_catalog_only();
  return scope;
}

void leave_internal_scope(const InternalScope& scope) {
  pg::search_as_before(scope.path);
  XactReadOnly = scope.is_read_only;
  SetUserIdAndSecContext(scope.user, scope.security_context);
}

}  // namespace ddltrail
