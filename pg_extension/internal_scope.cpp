#include "internal_scope.h"

namespace ddltrail {

namespace {

void set(const char* name, const char* value) {
  set_config_option(name, value, PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false);
}

// How the server prints names and constants, as it does where nobody has set anything. Setting what
// is set already would cost more than reading it.
void print_plainly() {
  if (quote_all_identifiers) set("quote_all_identifiers", "off");
  if (DateStyle != USE_ISO_DATES || DateOrder != DATEORDER_MDY) set("DateStyle", "ISO, MDY");
  if (IntervalStyle != INTSTYLE_POSTGRES) set("IntervalStyle", "postgres");
  if (strcmp(pg_get_timezone_name(session_timezone), "UTC") != 0) set("TimeZone", "UTC");
  if (extra_float_digits != 1) set("extra_float_digits", "1");
  if (bytea_output != BYTEA_OUTPUT_HEX) set("bytea_output", "hex");
  if (strcmp(locale_monetary, "C") != 0) set("lc_monetary", "C");
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
  print_plainly();
  return scope;
}

void leave_internal_scope(const InternalScope& scope) {
  AtEOXact_GUC(false, scope.settings_level);
  XactReadOnly = scope.is_read_only;
  SetUserIdAndSecContext(scope.user, scope.security_context);
}

}  // namespace ddltrail
