// One of the extension's own tables, open for writing. What is written here asks for no right,
// looks up no name and runs no rule or trigger, and logical decoding does not see it unless asked
// to: the subscribers of a publication FOR ALL TABLES would stop at a table that they do not have.
#pragma once

#include <span>

#include "pg/pg.h"

namespace ddltrail {

struct OwnTable {
  Relation table;
  ResultRelInfo* indexes;
  EState* state;
  TupleTableSlot* slot;
};

OwnTable open_own_table(Oid table);
void close_own_table(const OwnTable& own);

/// Inserts what `own.slot` holds; constraints are checked.
void insert_row(const OwnTable& own, bool is_decoded);
/// Deletes rows by their places. The tables have no replica identity, so nothing is decoded.
void delete_rows(Oid table, std::span<const ItemPointerData> places);

}  // namespace ddltrail
