#include "writer.h"

#include <iterator>

#include "catalog.h"
#include "definition.h"
#include "log_table.h"
#include "notification.h"
#include "own_sequence.h"
#include "own_table.h"
#include "settings.h"

namespace ddltrail {

namespace {

// The columns of ddltrail.change_log as the install script has them.
constexpr Oid kColumnTypes[] = {
    INT8OID, INT8OID, XID8OID, TIMESTAMPTZOID, TEXTOID, TEXTOID, TEXTOID, TEXTOID,  TEXTOID,
    TEXTOID, INT8OID, TEXTOID, TEXTOID,        TEXTOID, TEXTOID, TEXTOID, JSONBOID, JSONBOID,
    TEXTOID, TEXTOID, TEXTOID, BOOLOID,        TEXTOID, INT8OID, INT8OID, XID8OID};
constexpr int kColumnCount = std::size(kColumnTypes);

// A row as it grows, column by column.
struct NewRow {
  TupleTableSlot* slot;
  int size;

  void add(Datum value, bool is_null = false) {
    slot->tts_values[size] = value;
    slot->tts_isnull[size++] = is_null;
  }
  void add_text(const char* text) {
    add(text == nullptr ? 0 : CStringGetTextDatum(text), text == nullptr);
  }
};

struct OpenLog {
  OwnTable rows;
  const KnownLog& known;
};

// A row's id, and the next transaction id after it was drawn: the rows of the transaction that gets
// that one, and of later ones, have greater ids.
struct Number {
  int64 id;
  FullTransactionId horizon;
};

void check_shape(Relation table) {
  TupleDesc shape = RelationGetDescr(table);
  bool is_ours = shape->natts >= kColumnCount;
  for (int i = 0; is_ours && i < kColumnCount; i++)
    is_ours = TupleDescAttr(shape, i)->atttypid == kColumnTypes[i];
  if (!is_ours)
    ereport(ERROR, (errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
                    errmsg("\"ddltrail.change_log\" does not have the columns of this version"),
                    errhint("Run ALTER EXTENSION ddltrail UPDATE, or drop the extension and create "
                            "it again.")));
}

OpenLog open_log() {
  const KnownLog& known = known_log();
  OwnTable rows = open_own_table(known.rows);
  check_shape(rows.table);
  return {rows, known};
}

Number draw(const OpenLog& log, int count) {
  GetTopTransactionId();  // every transaction has its own before it draws
  int64 id = draw_numbers(log.known.sequence, count);
  return {id, ReadNextFullTransactionId()};
}

void add_command(NewRow& row, const Circumstances& circumstances, const Command* command,
                 int64 id) {
  row.add(Int64GetDatum(id));
  row.add(Int64GetDatum(command->id));
  row.add(FullTransactionIdGetDatum(GetTopFullTransactionId()));
  row.add(TimestampTzGetDatum(GetCurrentTimestamp()));
  row.add_text(circumstances.actor);
  row.add_text(circumstances.session_actor);
  row.add_text(circumstances.application);
  row.add_text(command->tag);
}

void add_object(NewRow& row, const Change& change) {
  row.add_text(action_name(change.action));
  row.add_text(change.kind);
  row.add(Int64GetDatum(change.key.object_id));
  row.add_text(change.schema);
  row.add_text(change.name);
  row.add_text(change.identity);
  row.add_text(change.previous_schema);
  row.add_text(change.previous_name);
  row.add(change.details);
}

void add_definition(NewRow& row, const Change& change) {
  bool is_null = true;
  Datum definition = settings.log_definitions ? read_definition(change, kLatest, &is_null) : 0;
  row.add(definition, is_null);
}

void write_change(const OpenLog& log, const Change& change, Number number, Command* command,
                  const Circumstances& circumstances) {
  bool is_first = command->id == 0;
  if (is_first) command->id = number.id;
  ExecClearTuple(log.rows.slot);
  NewRow row = {log.rows.slot, 0};
  add_command(row, circumstances, command, number.id);
  add_object(row, change);
  add_definition(row, change);
  row.add_text(is_first ? command->statement : nullptr);
  row.add_text(circumstances.search_path);
  row.add_text(circumstances.migration);
  row.add(BoolGetDatum(change.in_extension));
  row.add_text(log.known.id);
  row.add(Int64GetDatum(static_cast<int64>(GetSystemIdentifier())));
  row.add(Int64GetDatum(MyDatabaseId));
  row.add(FullTransactionIdGetDatum(number.horizon));
  while (row.size < row.slot->tts_tupleDescriptor->natts) row.add(0, true);
  ExecStoreVirtualTuple(row.slot);
  insert_row(log.rows, settings.publish);
}

}  // namespace

Circumstances current_circumstances() {
  bool has_migration = settings.migration != nullptr && *settings.migration != '\0';
  return {GetUserNameFromId(GetUserId(), true), GetUserNameFromId(GetSessionUserId(), true),
          pstrdup(application_name != nullptr ? application_name : ""),
          pstrdup(namespace_search_path), has_migration ? pstrdup(settings.migration) : nullptr};
}

void write_changes(const Changes& changes, Command* command, const Circumstances& circumstances) {
  if (changes.size == 0) return;
  OpenLog log = open_log();
  Number number = draw(log, changes.size);
  for (const Change& change : changes) {
    CHECK_FOR_INTERRUPTS();
    write_change(log, change, number, command, circumstances);
    number.id++;
  }
  close_own_table(log.rows);
  notify_at_commit();
}

void mark_broken(const char* reason) {
  Oid type = TEXTOID;
  Datum value = CStringGetTextDatum(reason);
  SPI_connect();
  int result =
      SPI_execute_with_args("SELECT ddltrail.mark_broken($1)", 1, &type, &value, nullptr, false, 0);
  if (result != SPI_OK_SELECT)
    elog(ERROR, "cannot mark the log as broken: %s", SPI_result_code_string(result));
  if (SPI_processed == 0) elog(ERROR, "\"ddltrail.log\" has no row");
  SPI_finish();
}

}  // namespace ddltrail
