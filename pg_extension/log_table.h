// The tables of the log, opened by their place in the extension's own schema and never through a
// path of names: for readers that must be cheap on a connection that has just been made.
#pragma once

#include "pg/pg.h"

namespace ddltrail {

/// The OID of a table or index of schema ddltrail; raises where it is missing.
Oid log_relation(const char* name);

/// What a writer has to know of the log: kept for the session until one of its tables changes.
struct KnownLog {
  Oid log;
  Oid rows;
  Oid sequence;
  char* id;
  int64 number;  ///< beside a row's id in the key of the rows: see the install script
};
/// Raises where something of it is missing.
const KnownLog& known_log();
/// Called once, when the library is loaded.
void watch_log();
/// To be called by whoever changes what stands in ddltrail.log.
void log_has_changed(Oid table);

/// What ddltrail.log says, in the current memory context.
struct Log {
  char* id;             ///< null where there is no row
  char* broken_reason;  ///< null where the log is sound
  uint64 pruned_txid;   ///< of the youngest transaction that has lost rows; 0 for none
};
Log read_log();

}  // namespace ddltrail
