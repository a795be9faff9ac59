#include "query.h"

namespace ddltrail {

namespace {

void prepare(Query& query) {
  if (query.plan != nullptr) return;
  // The parameters say nothing that a plan could use: one plan serves all of them.
  SPIPlanPtr plan =
      SPI_prepare_cursor(query.text, query.parameter_types.size(),
                         const_cast<Oid*>(query.parameter_types.data()), CURSOR_OPT_GENERIC_PLAN);
  if (plan == nullptr || SPI_keepplan(plan) != 0)
    elog(ERROR, "ddltrail cannot prepare a query: %s", SPI_result_code_string(SPI_result));
  query.plan = plan;
}

void execute(Query& query, Datum* values, const char* nulls, Snapshot snapshot, bool is_read) {
  prepare(query);
  int result =
      SPI_execute_snapshot(query.plan, values, nulls, snapshot, InvalidSnapshot, is_read, false, 0);
  if (result < 0) elog(ERROR, "ddltrail cannot run a query: %s", SPI_result_code_string(result));
}

}  // namespace

void run_read(Query& query, std::span<Datum> values, Snapshot snapshot) {
  execute(query, values.data(), nullptr, snapshot, true);
}

void run_write(Query& query, std::span<Datum> values, const char* nulls) {
  execute(query, values.data(), nulls, InvalidSnapshot, false);
}

void run_event_query(Query& query) {
  Snapshot snapshot = RegisterSnapshot(GetLatestSnapshot());
  execute(query, nullptr, nullptr, snapshot, true);
  UnregisterSnapshot(snapshot);
}

const char* field(uint64 row, int column) {
  return SPI_getvalue(SPI_tuptable->vals[row], SPI_tuptable->tupdesc, column);
}

Datum datum_field(uint64 row, int column, bool* is_null) {
  return SPI_getbinval(SPI_tuptable->vals[row], SPI_tuptable->tupdesc, column, is_null);
}

Oid oid_field(uint64 row, int column) {
  bool is_null;
  Datum value = datum_field(row, column, &is_null);
  return is_null ? InvalidOid : DatumGetObjectId(value);
}

}  // namespace ddltrail
