#include "internal_scope.h"

namespace ddltrail {

namespace {

void set(const char* name, const char* value) {
  set_config_option(name, value, PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false);
}

}  // namespace

InternalScope enter_internal_scope() {
  InternalScope scope;
  GetUserIdAndSecContext(&scope.user, &scope.security_context);
  SetUserIdAndSecContext(BOOTSTRAP_SUPERUSERID,
                         scope.security_context | SECURITY_LOCAL_USERID_CHANGE);
  scope.settings_level = NewGUCNestLevel();
  set("search_path", "pg_catalog");
  // Our queries are short: compiling them takes longer than running them.
  set("jit", "off");
  return scope;
}

void leave_internal_scope(const InternalScope& scope) {
  AtEOXact_GUC(false, scope.settings_level);
  SetUserIdAndSecContext(scope.user, scope.security_context);
}

}  // namespace ddltrail
