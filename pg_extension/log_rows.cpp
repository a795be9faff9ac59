#include "log_rows.h"

#include <algorithm>
#include <iterator>

namespace ddltrail {

namespace {

struct Column {
  Oid type;
  bool is_required;
};

// The columns of ddltrail.change_log as the install script has them.
constexpr Column kColumns[] = {
    {INT8OID, true},  {INT8OID, true},  {XID8OID, true},   {TIMESTAMPTZOID, true}, {TEXTOID, false},
    {TEXTOID, false}, {TEXTOID, false}, {TEXTOID, false},  {TEXTOID, true},        {TEXTOID, true},
    {INT8OID, true},  {TEXTOID, false}, {TEXTOID, true},   {TEXTOID, true},        {TEXTOID, false},
    {TEXTOID, false}, {JSONBOID, true}, {JSONBOID, false}, {TEXTOID, false},       {TEXTOID, false},
    {TEXTOID, false}, {BOOLOID, true},  {TEXTOID, true},   {INT8OID, true},        {INT8OID, true},
    {XID8OID, false}};
constexpr int kColumnCount = std::size(kColumns);

void check_shape(TupleDesc shape) {
  bool is_ours = shape->natts >= kColumnCount;
  for (int i = 0; is_ours && i < kColumnCount; i++)
    is_ours = TupleDescAttr(shape, i)->atttypid == kColumns[i].type;
  if (!is_ours)
    ereport(ERROR, (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
                    errmsg("\"ddltrail.change_log\" does not have the columns of this version"),
                    errhint("Run ALTER EXTENSION ddltrail UPDATE, or drop the extension and create "
                            "it again.")));
}

// No CHECK, nothing generated, and no column NOT NULL that may be null with us.
bool has_own_constraints_only(TupleDesc shape) {
  if (shape->constr != nullptr &&
      (shape->constr->num_check > 0 || shape->constr->has_generated_stored))
    return false;
  for (int i = 0; i < shape->natts; i++) {
    bool may_be_null = i >= kColumnCount || !kColumns[i].is_required;
    if (may_be_null && TupleDescAttr(shape, i)->attnotnull) return false;
  }
  return true;
}

// On the id and an expression that is a number, as that of the log is.
bool is_own_key(Relation index) {
  const FormData_pg_index& key = *index->rd_index;
  return index->rd_rel->relam == BTREE_AM_OID && key.indisunique && key.indimmediate &&
         key.indisready && key.indnatts == 2 && key.indkey.values[0] == 1 &&
         key.indkey.values[1] == 0 &&
         TupleDescAttr(RelationGetDescr(index), 1)->atttypid == INT8OID &&
         heap_attisnull(index->rd_indextuple, Anum_pg_index_indpred, nullptr);
}

// The key, where there is nothing else that a new row must be brought to; else null.
Relation open_only_key(Relation table) {
  if (table->rd_rel->relam != HEAP_TABLE_AM_OID ||
      !has_own_constraints_only(RelationGetDescr(table)))
    return nullptr;
  List* indexes = RelationGetIndexList(table);
  if (list_length(indexes) != 1) return nullptr;
  Relation key = index_open(linitial_oid(indexes), RowExclusiveLock);
  if (is_own_key(key)) return key;
  index_close(key, NoLock);
  return nullptr;
}

void add_to_key(const LogRows& rows, Datum id, ItemPointer place) {
  Datum values[] = {id, Int64GetDatum(rows.number)};
  bool nulls[] = {false, false};
  IndexInfo info = {};
  info.type = T_IndexInfo;
  index_insert(rows.key, values, nulls, place, rows.table, UNIQUE_CHECK_YES, false, &info);
}

void add_by_executor(const OwnTable& full, const Datum* values, const bool* nulls,
                     bool is_decoded) {
  ExecClearTuple(full.slot);
  int count = full.slot->tts_tupleDescriptor->natts;
  std::copy_n(values, count, full.slot->tts_values);
  std::copy_n(nulls, count, full.slot->tts_isnull);
  ExecStoreVirtualTuple(full.slot);
  insert_row(full, is_decoded);
}

}  // namespace

LogRows open_log_rows() {
  LogRows rows = {};
  Oid table = known_log().rows;
  rows.table = table_open(table, RowExclusiveLock);
  check_shape(RelationGetDescr(rows.table));
  rows.key = open_only_key(rows.table);
  if (rows.key == nullptr) rows.full = open_own_table(table);
  const KnownLog& log = known_log();
  rows.log_id = pstrdup(log.id);
  rows.number = log.number;
  return rows;
}

void close_log_rows(const LogRows& rows) {
  if (rows.key == nullptr) {
    close_own_table(rows.full);
  } else {
    index_close(rows.key, NoLock);
  }
  table_close(rows.table, NoLock);
}

void add_log_row(const LogRows& rows, Datum* values, bool* nulls, bool is_decoded) {
  if (rows.key == nullptr) {
    add_by_executor(rows.full, values, nulls, is_decoded);
    return;
  }
  HeapTuple row = heap_form_tuple(RelationGetDescr(rows.table), values, nulls);
  int options = is_decoded ? 0 : HEAP_INSERT_NO_LOGICAL;
  heap_insert(rows.table, row, GetCurrentCommandId(true), options, nullptr);
  add_to_key(rows, values[0], &row->t_self);
}

}  // namespace ddltrail
