#include "log_table.h"

namespace ddltrail {

namespace {

// The columns of ddltrail.log, as the install script has them.
enum LogColumn { kLogId = 2, kPrunedTxid = 5, kBrokenReason = 7 };

// A text column of the row; null for NULL.
char* text_of(Relation log, HeapTuple row, LogColumn column) {
  bool is_null;
  Datum value = heap_getattr(row, column, RelationGetDescr(log), &is_null);
  return is_null ? nullptr : TextDatumGetCString(value);
}

uint64 txid_of(Relation log, HeapTuple row, LogColumn column) {
  bool is_null;
  Datum value = heap_getattr(row, column, RelationGetDescr(log), &is_null);
  return is_null ? 0 : U64FromFullTransactionId(DatumGetFullTransactionId(value));
}

KnownLog known = {};
bool is_known = false;
bool has_changed = false;  // since we began to read it

void forget_log(Datum, Oid relation) {
  if (OidIsValid(relation) && relation != known.log && relation != known.rows &&
      relation != known.sequence)
    return;
  is_known = false;
  has_changed = true;
}

const char* read_log_id() {
  const char* id = read_log().id;
  if (id == nullptr)
    ereport(ERROR, (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
                    errmsg("\"ddltrail.log\" has no row"),
                    errhint("Drop the extension ddltrail and create it again.")));
  return id;
}

// As the install script computes it for the index.
int64 log_number(const char* id) {
  int64 seed = static_cast<int64>(GetSystemIdentifier()) ^ static_cast<int64>(MyDatabaseId);
  return DatumGetInt64(DirectFunctionCall2Coll(hashtextextended, DEFAULT_COLLATION_OID,
                                               CStringGetTextDatum(id), Int64GetDatum(seed)));
}

void read_known_log() {
  known.log = log_relation("log");
  known.rows = log_relation("change_log");
  known.sequence = log_relation("change_log_id_seq");
  has_changed = false;
  PushActiveSnapshot(GetLatestSnapshot());
  char* id = MemoryContextStrdup(TopMemoryContext, read_log_id());
  PopActiveSnapshot();
  if (known.id != nullptr) pfree(known.id);
  known.id = id;
  known.number = log_number(id);
  is_known = !has_changed;
}

}  // namespace

const KnownLog& known_log() {
  // While it is read, word may come that it has changed.
  while (!is_known) read_known_log();
  return known;
}

void watch_log() { CacheRegisterRelcacheCallback(forget_log, 0); }

void log_has_changed(Oid table) { CacheInvalidateRelcacheByRelid(table); }

Oid log_relation(const char* name) {
  Oid relation = get_relname_relid(name, get_namespace_oid("ddltrail", false));
  if (!OidIsValid(relation))
    ereport(ERROR, (errcode(ERRCODE_UNDEFINED_TABLE), errmsg("\"ddltrail.%s\" is missing", name),
                    errhint("Drop the extension ddltrail and create it again.")));
  return relation;
}

Log read_log() {
  Relation relation = table_open(log_relation("log"), AccessShareLock);
  SysScanDesc scan =
      systable_beginscan(relation, InvalidOid, false, GetActiveSnapshot(), 0, nullptr);
  HeapTuple row = systable_getnext(scan);
  Log log = {};
  if (HeapTupleIsValid(row))
    log = {text_of(relation, row, kLogId), text_of(relation, row, kBrokenReason),
           txid_of(relation, row, kPrunedTxid)};
  systable_endscan(scan);
  table_close(relation, AccessShareLock);
  return log;
}

}  // namespace ddltrail
