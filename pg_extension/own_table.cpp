#include "own_table.h"

namespace ddltrail {

OwnTable open_own_table(Oid table) {
  OwnTable own = {};
  own.table = table_open(table, RowExclusiveLock);
  own.indexes = makeNode(ResultRelInfo);
  InitResultRelInfo(own.indexes, own.table, 0, nullptr, 0);
  ExecOpenIndices(own.indexes, false);
  own.state = CreateExecutorState();
  // One that keeps the values, which the indexes want too.
  own.slot = MakeSingleTupleTableSlot(RelationGetDescr(own.table), &TTSOpsVirtual);
  return own;
}

void close_own_table(const OwnTable& own) {
  ExecDropSingleTupleTableSlot(own.slot);
  ExecCloseIndices(own.indexes);
  FreeExecutorState(own.state);
  table_close(own.table, NoLock);
}

void insert_row(const OwnTable& own, bool is_decoded) {
  if (RelationGetDescr(own.table)->constr != nullptr)
    ExecConstraints(own.indexes, own.slot, own.state);
  int options = is_decoded ? 0 : TABLE_INSERT_NO_LOGICAL;
  table_tuple_insert(own.table, own.slot, GetCurrentCommandId(true), options, nullptr);
  pg::insert_index_entries(own.indexes, own.slot, own.state);
}

void delete_rows(Oid table, std::span<const ItemPointerData> places) {
  Relation relation = table_open(table, RowExclusiveLock);
  for (ItemPointerData place : places) {
    CHECK_FOR_INTERRUPTS();
    simple_table_tuple_delete(relation, &place, GetActiveSnapshot());
  }
  table_close(relation, NoLock);
}

}  // namespace ddltrail
