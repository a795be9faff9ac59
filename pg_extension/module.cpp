// The library as the server sees it: what runs when it is loaded, and the functions of the event
// triggers.

#include "capture.h"
#include "guard.h"
#include "hooks.h"
#include "log_table.h"
#include "pg/pg.h"
#include "settings.h"

namespace ddltrail {

namespace {

const EventTriggerData* event_of(FunctionCallInfo fcinfo) {
  if (!CALLED_AS_EVENT_TRIGGER(fcinfo))
    ereport(ERROR, (errcode(ERRCODE_E_R_I_E_EVENT_TRIGGER_PROTOCOL_VIOLATED),
                    errmsg("this function is for event triggers only")));
  return reinterpret_cast<const EventTriggerData*>(fcinfo->context);
}

}  // namespace

}  // namespace ddltrail

extern "C" {

#ifdef PG_MODULE_MAGIC_EXT
PG_MODULE_MAGIC_EXT(.name = "ddltrail", .version = DDLTRAIL_VERSION);
#else
PG_MODULE_MAGIC;
#endif

PGDLLEXPORT void _PG_init(void);
void _PG_init(void) {
  ddltrail::guarded([] {
    ddltrail::define_settings();
    ddltrail::install_hooks();
    ddltrail::watch_log();
  });
}

DDLTRAIL_FUNCTION(ddltrail_on_ddl_command_start) {
  ddltrail::guarded([&] { ddltrail::capture_start(ddltrail::event_of(fcinfo)); });
  PG_RETURN_NULL();
}

DDLTRAIL_FUNCTION(ddltrail_on_sql_drop) {
  ddltrail::event_of(fcinfo);
  ddltrail::guarded([] { ddltrail::capture_drops(); });
  PG_RETURN_NULL();
}

DDLTRAIL_FUNCTION(ddltrail_on_ddl_command_end) {
  ddltrail::event_of(fcinfo);
  ddltrail::guarded([] { ddltrail::capture_end(); });
  PG_RETURN_NULL();
}

}  // extern "C"
