#include "internal_scope.h"

namespace ddltrail {

namespace {

void set(const char* name, const char* value) {
  set_config_option(name, value, PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false);
}

// How the server prints names and constants, as it does where nobody has set anything.
void print_plainly() {
  set("quote_all_identifiers", "off");
  set("DateStyle", "ISO, MDY");
  set("IntervalStyle", "postgres");
  set("TimeZone", "UTC");
  set("extra_float_digits", "1");
  set("bytea_output", "hex");
  set("lc_monetary", "C");
}

}  // namespace

InternalScope enter_internal_scope() {
  InternalScope scope;
  GetUserIdAndSecContext(&scope.user, &scope.security_context);
  SetUserIdAndSecContext(BOOTSTRAP_SUPERUSERID,
                         scope.security_context | SECURITY_LOCAL_USERID_CHANGE);
  // A command can turn its own transaction read-only.
  scope.is_read_only = XactReadOnly;
  XactReadOnly = false;
  scope.settings_level = NewGUCNestLevel();
  set("search_path", "pg_catalog");
  // Our queries are short: compiling them takes longer than running them.
  set("jit", "off");
  print_plainly();
  return scope;
}

void leave_internal_scope(const InternalScope& scope) {
  AtEOXact_GUC(false, scope.settings_level);
  XactReadOnly = scope.is_read_only;
  SetUserIdAndSecContext(scope.user, scope.security_context);
}

}  // namespace ddltrail
