// The fence: the only header that includes the server's. Everything the extension takes from
// PostgreSQL comes through here, and every difference between its versions is settled here.
// Include it after the headers of the C++ standard library, which its macros would break.
#pragma once

extern "C" {
#include "postgres.h"
//
#include "access/genam.h"
#include "access/heapam.h"
#include "access/htup_details.h"
#include "access/table.h"
#include "access/tableam.h"
#include "access/xact.h"
#include "access/xlog.h"
#include "access/xloginsert.h"
#include "access/xlogrecovery.h"
#include "catalog/catalog.h"
#include "catalog/dependency.h"
#include "catalog/heap.h"
#include "catalog/namespace.h"
#include "catalog/objectaccess.h"
#include "catalog/objectaddress.h"
#include "catalog/pg_aggregate.h"
#include "catalog/pg_am.h"
#include "catalog/pg_amop.h"
#include "catalog/pg_amproc.h"
#include "catalog/pg_attrdef.h"
#include "catalog/pg_attribute.h"
#include "catalog/pg_auth_members.h"
#include "catalog/pg_authid.h"
#include "catalog/pg_cast.h"
#include "catalog/pg_class.h"
#include "catalog/pg_collation.h"
#include "catalog/pg_constraint.h"
#include "catalog/pg_conversion.h"
#include "catalog/pg_database.h"
#include "catalog/pg_db_role_setting.h"
#include "catalog/pg_default_acl.h"
#include "catalog/pg_depend.h"
#include "catalog/pg_description.h"
#include "catalog/pg_enum.h"
#include "catalog/pg_event_trigger.h"
#include "catalog/pg_extension.h"
#include "catalog/pg_foreign_data_wrapper.h"
#include "catalog/pg_foreign_server.h"
#include "catalog/pg_foreign_table.h"
#include "catalog/pg_index.h"
#include "catalog/pg_inherits.h"
#include "catalog/pg_language.h"
#include "catalog/pg_largeobject.h"
#include "catalog/pg_largeobject_metadata.h"
#include "catalog/pg_namespace.h"
#include "catalog/pg_opclass.h"
#include "catalog/pg_operator.h"
#include "catalog/pg_opfamily.h"
#include "catalog/pg_parameter_acl.h"
#include "catalog/pg_partitioned_table.h"
#include "catalog/pg_policy.h"
#include "catalog/pg_proc.h"
#include "catalog/pg_publication.h"
#include "catalog/pg_publication_namespace.h"
#include "catalog/pg_publication_rel.h"
#include "catalog/pg_range.h"
#include "catalog/pg_rewrite.h"
#include "catalog/pg_seclabel.h"
#include "catalog/pg_sequence.h"
#include "catalog/pg_shdescription.h"
#include "catalog/pg_statistic_ext.h"
#include "catalog/pg_subscription.h"
#include "catalog/pg_tablespace.h"
#include "catalog/pg_transform.h"
#include "catalog/pg_trigger.h"
#include "catalog/pg_ts_config.h"
#include "catalog/pg_ts_config_map.h"
#include "catalog/pg_ts_dict.h"
#include "catalog/pg_ts_parser.h"
#include "catalog/pg_ts_template.h"
#include "catalog/pg_type.h"
#include "catalog/pg_user_mapping.h"
#include "commands/async.h"
#include "commands/comment.h"
#include "commands/dbcommands.h"
#include "commands/defrem.h"
#include "commands/event_trigger.h"
#include "commands/extension.h"
#include "commands/sequence.h"
#include "commands/tablespace.h"
#include "commands/trigger.h"
#include "executor/executor.h"
#include "executor/spi.h"
#include "fmgr.h"
#include "foreign/foreign.h"
#include "funcapi.h"
#include "lib/stringinfo.h"
#include "miscadmin.h"
#include "nodes/parsenodes.h"
#include "parser/scanner.h"
#include "parser/scansup.h"
#include "pgtime.h"
#include "rewrite/rewriteDefine.h"
#include "rewrite/rewriteSupport.h"
#include "storage/bufmgr.h"
#include "storage/bufpage.h"
#include "storage/proc.h"
#include "tcop/cmdtag.h"
#include "tcop/deparse_utility.h"
#include "tcop/pquery.h"
#include "tcop/utility.h"
#include "utils/acl.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/bytea.h"
#include "utils/datum.h"
#include "utils/float.h"
#include "utils/fmgroids.h"
#include "utils/guc.h"
#include "utils/hsearch.h"
#include "utils/inval.h"
#include "utils/json.h"
#include "utils/jsonb.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/numeric.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"
#include "utils/syscache.h"
#include "utils/timestamp.h"
#include "utils/xid8.h"
#if PG_VERSION_NUM >= 160000
#include "nodes/queryjumble.h"
#else
#include "utils/queryjumble.h"
#endif
//
// Of utils/pg_locale.h, which wants the headers of ICU; the package of the server has none.
extern PGDLLIMPORT char* locale_monetary;
extern void assign_locale_monetary(const char* newval, void* extra);
}

#if PG_VERSION_NUM < 150000 || PG_VERSION_NUM >= 190000
#error "ddltrail supports PostgreSQL 15 to 18"
#endif

// We hide what we do not export; before PostgreSQL 16 the server's macro for exporting is empty.
#if PG_VERSION_NUM < 160000
#undef PGDLLEXPORT
#define PGDLLEXPORT __attribute__((visibility("default")))
#endif

// Opens the definition of a function that SQL can call; its body follows.
#define DDLTRAIL_FUNCTION(name) \
  PG_FUNCTION_INFO_V1(name);    \
  PGDLLEXPORT Datum name(PG_FUNCTION_ARGS)

namespace ddltrail::pg {

// The token codes of the core scanner. gram.h is not installed since 16; they are the same in 15
// to 18.
enum Token { kIdent = 258, kUident, kFconst, kSconst, kUsconst, kBconst, kXconst, kOp, kIconst };

/// Adds a row, which stands in its table already, to the table's indexes.
inline void insert_index_entries(ResultRelInfo* table, TupleTableSlot* slot, EState* state) {
#if PG_VERSION_NUM >= 160000
  list_free(ExecInsertIndexTuples(table, slot, state, false, false, nullptr, NIL, false));
#else
  list_free(ExecInsertIndexTuples(table, slot, state, false, false, nullptr, NIL));
#endif
}

/// The head of the WAL record of a sequence: which one it is.
inline xl_seq_rec sequence_record(Relation sequence) {
  xl_seq_rec record;
#if PG_VERSION_NUM >= 160000
  record.locator = sequence->rd_locator;
#else
  record.node = sequence->rd_node;
#endif
  return record;
}

/// Whether a key compares ranges, which it can since 18.
inline bool is_without_overlaps(const FormData_pg_constraint& key) {
#if PG_VERSION_NUM >= 180000
  return key.conperiod;
#else
  return false;
#endif
}

/// What it takes to put the search path back.
struct SearchPath {
  int settings_level;
};

/// Searches pg_catalog and nothing else. Before 17 the server could do so without its settings,
/// which looked at all of them when one was put back.
inline SearchPath search_catalog_only() {
#if PG_VERSION_NUM >= 170000
  SearchPath path = {NewGUCNestLevel()};
  set_config_option("search_path", "pg_catalog", PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE, true,
                    0, false);
  return path;
#else
  OverrideSearchPath path = {NIL, true, false, 0};
  PushOverrideSearchPath(&path);
  return {0};
#endif
}

inline void search_as_before(SearchPath path) {
#if PG_VERSION_NUM >= 170000
  AtEOXact_GUC(false, path.settings_level);
#else
  PopOverrideSearchPath();
#endif
}

/// Number of the top-level transaction within this session: tells a command that commits midway.
inline LocalTransactionId current_lxid() {
#if PG_VERSION_NUM >= 170000
  return MyProc->vxid.lxid;
#else
  return MyProc->lxid;
#endif
}

}  // namespace ddltrail::pg
