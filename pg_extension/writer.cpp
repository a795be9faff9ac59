#include "writer.h"

#include "definition.h"
#include "query.h"
#include "settings.h"

namespace ddltrail {

namespace {

const Oid kRowTypes[] = {INT8OID,  TEXTOID, TEXTOID, TEXTOID, TEXTOID, TEXTOID, TEXTOID,
                         INT8OID,  TEXTOID, TEXTOID, TEXTOID, TEXTOID, TEXTOID, TEXTOID,
                         JSONBOID, TEXTOID, TEXTOID, TEXTOID, BOOLOID, INT8OID, INT8OID};
constexpr int kParameterCount = std::size(kRowTypes);

Query insert_query = {
    "INSERT INTO ddltrail.change_log"
    " SELECT next.id, COALESCE($1, next.id), pg_catalog.pg_current_xact_id(), "
    "pg_catalog.clock_timestamp(),"
    " $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14::pg_catalog.jsonb, $15, $16, $17, "
    "$18, $19,"
    " state.log_id, $20, $21"
    " FROM (SELECT pg_catalog.nextval('ddltrail.change_log_id_seq'::pg_catalog.regclass) AS id) "
    "next"
    " CROSS JOIN ddltrail.log state"
    " RETURNING id",
    kRowTypes, nullptr};

const Oid kReasonType[] = {TEXTOID};

Query broken_query = {
    "UPDATE ddltrail.log SET is_broken = true, broken_reason = COALESCE(broken_reason, $1)",
    kReasonType, nullptr};

// The parameters of one row, in the order of the query.
struct Row {
  Datum values[kParameterCount];
  char nulls[kParameterCount + 1];
  int size;

  void add(Datum value, bool is_null = false) {
    values[size] = value;
    nulls[size++] = is_null ? 'n' : ' ';
  }
  void add_text(const char* text) {
    add(text == nullptr ? 0 : CStringGetTextDatum(text), text == nullptr);
  }
};

void add_circumstances(Row& row, const Circumstances& circumstances, const Command* command) {
  row.add_text(circumstances.actor);
  row.add_text(circumstances.session_actor);
  row.add_text(circumstances.application);
  row.add_text(command->tag);
}

void add_object(Row& row, const Change& change) {
  row.add_text(action_name(change.action));
  row.add_text(change.kind);
  row.add(Int64GetDatum(change.key.object_id));
  row.add_text(change.schema);
  row.add_text(change.name);
  row.add_text(change.identity);
  row.add_text(change.previous_schema);
  row.add_text(change.previous_name);
  row.add_text(change.details);
}

void add_definition(Row& row, const Change& change, Snapshot after) {
  bool is_null = true;
  Datum definition = settings.log_definitions ? read_definition(change, after, &is_null) : 0;
  row.add(definition, is_null);
}

void write_change(const Change& change, Command* command, const Circumstances& circumstances,
                  Snapshot after) {
  bool is_first = command->id == 0;
  Row row = {};
  row.add(Int64GetDatum(command->id), is_first);
  add_circumstances(row, circumstances, command);
  add_object(row, change);
  add_definition(row, change, after);
  row.add_text(is_first ? command->statement : nullptr);
  row.add_text(circumstances.search_path);
  row.add_text(circumstances.migration);
  row.add(BoolGetDatum(change.in_extension));
  row.add(Int64GetDatum(static_cast<int64>(GetSystemIdentifier())));
  row.add(Int64GetDatum(MyDatabaseId));
  run_write(insert_query, row.values, row.nulls);
  if (SPI_processed != 1) elog(ERROR, "ddltrail.log has no row or more than one");
  bool is_null;
  int64 id = DatumGetInt64(datum_field(0, 1, &is_null));
  if (is_first) command->id = id;
}

}  // namespace

Circumstances current_circumstances() {
  bool has_migration = settings.migration != nullptr && *settings.migration != '\0';
  return {GetUserNameFromId(GetUserId(), true), GetUserNameFromId(GetSessionUserId(), true),
          pstrdup(application_name != nullptr ? application_name : ""),
          pstrdup(namespace_search_path), has_migration ? pstrdup(settings.migration) : nullptr};
}

void write_changes(const Changes& changes, Command* command, const Circumstances& circumstances,
                   Snapshot after) {
  for (const Change& change : changes) write_change(change, command, circumstances, after);
}

void mark_broken(const char* reason) {
  Datum values[] = {CStringGetTextDatum(reason)};
  run_write(broken_query, values, nullptr);
}

}  // namespace ddltrail
