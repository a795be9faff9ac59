// ddltrail.change_log, open for adding rows. Where it is as the install script made it, a row costs
// what the heap and the one index take, and no state of the executor is made; where somebody gave
// it indexes or checks of his own, the executor keeps them.
#pragma once

#include "log_table.h"
#include "own_table.h"

namespace ddltrail {

struct LogRows {
  Relation table;
  Relation key;   // the only index; null where the executor is needed
  OwnTable full;  // where it is
  // What a row says of its log and what the key has beside its id come from one reading.
  const char* log_id;
  int64 number;
};

LogRows open_log_rows();
void close_log_rows(const LogRows& rows);

/// Adds a row; there is a value for each of the table's columns.
void add_log_row(const LogRows& rows, Datum* values, bool* nulls, bool is_decoded);

}  // namespace ddltrail
