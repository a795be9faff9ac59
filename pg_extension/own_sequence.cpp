#include "own_sequence.h"

namespace ddltrail {

namespace {

// The only row of a sequence, on its only page.
struct SequenceRow {
  HeapTupleHeader header;
  int length;

  Form_pg_sequence_data data() const {
    return reinterpret_cast<Form_pg_sequence_data>(reinterpret_cast<char*>(header) +
                                                   header->t_hoff);
  }
};

SequenceRow find_row(Page page) {
  ItemId item = PageGetItemId(page, FirstOffsetNumber);
  return {reinterpret_cast<HeapTupleHeader>(PageGetItem(page, item)),
          static_cast<int>(ItemIdGetLength(item))};
}

void log_change(Relation sequence, Buffer buffer, const SequenceRow& row) {
  xl_seq_rec record = pg::sequence_record(sequence);
  XLogBeginInsert();
  XLogRegisterBuffer(0, buffer, REGBUF_WILL_INIT);
  XLogRegisterData(reinterpret_cast<char*>(&record), sizeof record);
  XLogRegisterData(reinterpret_cast<char*>(row.header), row.length);
  XLogRecPtr end = XLogInsert(RM_SEQ_ID, XLOG_SEQ_LOG);
  PageSetLSN(BufferGetPage(buffer), end);  // a macro: it takes its argument more than once
}

// There are more than anybody needs, but members of pg_write_all_data may set the sequence.
void check_numbers_left(int64 before, int count) {
  if (before > PG_INT64_MAX - count)
    ereport(ERROR, (errcode(ERRCODE_SEQUENCE_GENERATOR_LIMIT_EXCEEDED),
                    errmsg("\"ddltrail.change_log_id_seq\" has no numbers left"),
                    errhint("Set it back to the last id of ddltrail.change_log.")));
}

// Whether the WAL has said already that so many numbers are taken, where a recovery would read it:
// after the last checkpoint.
bool is_logged_ahead(Page page, Form_pg_sequence_data data, int count) {
  return data->is_called && data->log_cnt >= count && PageGetLSN(page) > GetRedoRecPtr();
}

// Logs numbers that nobody has drawn yet, as nextval() does: after a crash they are skipped.
void log_ahead(Relation sequence, Buffer buffer, const SequenceRow& row, int64 last) {
  constexpr int kNumbersAhead = 32;
  int64 ahead = Min(kNumbersAhead, PG_INT64_MAX - last);
  row.data()->last_value = last + ahead;
  row.data()->log_cnt = 0;
  if (RelationNeedsWAL(sequence)) log_change(sequence, buffer, row);
  row.data()->log_cnt = ahead;
}

int64 advance(Relation sequence, Buffer buffer, int count) {
  Page page = BufferGetPage(buffer);
  SequenceRow row = find_row(page);
  Form_pg_sequence_data data = row.data();
  int64 before = data->is_called ? data->last_value : data->last_value - 1;
  check_numbers_left(before, count);
  bool is_logged = is_logged_ahead(page, data, count);
  START_CRIT_SECTION();
  data->is_called = true;
  MarkBufferDirty(buffer);
  if (is_logged) {
    data->log_cnt -= count;
  } else {
    log_ahead(sequence, buffer, row, before + count);
  }
  data->last_value = before + count;
  END_CRIT_SECTION();
  return before + 1;
}

void check(Relation sequence) {
  if (sequence->rd_rel->relkind != RELKIND_SEQUENCE)
    ereport(ERROR, (errcode(ERRCODE_WRONG_OBJECT_TYPE),
                    errmsg("\"ddltrail.%s\" is not a sequence", RelationGetRelationName(sequence)),
                    errhint("Drop the extension ddltrail and create it again.")));
}

}  // namespace

int64 draw_numbers(Oid sequence, int count) {
  Relation relation = relation_open(sequence, RowExclusiveLock);
  check(relation);
  Buffer buffer = ReadBuffer(relation, 0);
  LockBuffer(buffer, BUFFER_LOCK_EXCLUSIVE);
  int64 first = advance(relation, buffer, count);
  UnlockReleaseBuffer(buffer);
  relation_close(relation, NoLock);
  return first;
}

}  // namespace ddltrail
