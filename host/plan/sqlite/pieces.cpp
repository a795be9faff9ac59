#include "plan/sqlite/pieces.h"

namespace ddltrail::sqlite_plan {

Pieces pieces_of(const Schema& schema) {
  Pieces pieces;
  for (const Index& row : schema.indexes)
    if (row.definition)
      pieces.indexes[row.index_name] = {row.table_name, *row.definition, row.columns};
  for (const View& row : schema.views) pieces.views[row.view_name] = {"", row.definition, {}};
  for (const Trigger& row : schema.triggers)
    pieces.triggers[row.trigger_name] = {row.table_name, row.definition, {}};
  return pieces;
}

}  // namespace ddltrail::sqlite_plan
