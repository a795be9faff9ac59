#include "writer.h"

#include "catalog.h"
#include "definition.h"
#include "log_rows.h"
#include "notification.h"
#include "own_sequence.h"
#include "settings.h"

namespace ddltrail {

namespace {

// A row as it grows, column by column.
struct NewRow {
  Datum* values;
  bool* nulls;
  int size;

  void add(Datum value, bool is_null = false) {
    values[size] = value;
    nulls[size++] = is_null;
  }
  void add_text(const char* text) {
    add(text == nullptr ? 0 : CStringGetTextDatum(text), text == nullptr);
  }
};

// A row's id, and the next transaction id after it was drawn: the rows of the transaction that gets
// that one, and of later ones, have greater ids.
struct Number {
  int64 id;
  FullTransactionId horizon;
};

NewRow new_row(int columns) {
  return {static_cast<Datum*>(palloc(sizeof(Datum) * columns)),
          static_cast<bool*>(palloc(sizeof(bool) * columns)), 0};
}

Number draw(int count) {
  GetTopTransactionId();  // every transaction has its own before it draws
  int64 id = draw_numbers(known_log().sequence, count);
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

void add_log(NewRow& row, const char* log_id, FullTransactionId horizon) {
  row.add_text(log_id);
  row.add(Int64GetDatum(static_cast<int64>(GetSystemIdentifier())));
  row.add(Int64GetDatum(MyDatabaseId));
  row.add(FullTransactionIdGetDatum(horizon));
}

void write_change(const LogRows& rows, const Change& change, Number number, Command* command,
                  const Circumstances& circumstances) {
  bool is_first = command->id == 0;
  if (is_first) command->id = number.id;
  int columns = RelationGetNumberOfAttributes(rows.table);
  NewRow row = new_row(columns);
  add_command(row, circumstances, command, number.id);
  add_object(row, change);
  add_definition(row, change);
  row.add_text(is_first ? command->statement : nullptr);
  row.add_text(circumstances.search_path);
  row.add_text(circumstances.migration);
  row.add(BoolGetDatum(change.in_extension));
  add_log(row, rows.log_id, number.horizon);
  while (row.size < columns) row.add(0, true);
  add_log_row(rows, row.values, row.nulls, settings.publish);
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
  LogRows rows = open_log_rows();
  Number number = draw(changes.size);
  for (const Change& change : changes) {
    CHECK_FOR_INTERRUPTS();
    write_change(rows, change, number, command, circumstances);
    number.id++;
  }
  close_log_rows(rows);
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
