// Our fixed queries: prepared once in a session, kept, and run under a snapshot of our choice. Use
// between SPI_connect and SPI_finish, inside an InternalScope.
#pragma once

#include <span>

#include "pg/pg.h"

namespace ddltrail {

/// A query and its plan, which is made when it is first run. Instances are static.
struct Query {
  const char* text;
  std::span<const Oid> parameter_types;
  SPIPlanPtr plan;
};

/// Runs a query that reads, under `snapshot`; the rows are in SPI_tuptable.
void run_read(Query& query, std::span<Datum> values, Snapshot snapshot);
/// Runs a query that writes. `nulls` as in SPI: 'n' or ' ' for each value.
void run_write(Query& query, std::span<Datum> values, const char* nulls);
/// Runs a query that must see the event trigger's own state. Read-only, current snapshot.
void run_event_query(Query& query);

/// Text of a field of a row of SPI_tuptable, null for null; lives until SPI_finish.
const char* field(uint64 row, int column);
/// An OID, 0 for null.
Oid oid_field(uint64 row, int column);
Datum datum_field(uint64 row, int column, bool* is_null);

}  // namespace ddltrail
