// Reading a catalog row by row through one of its indexes, without SPI and without a planner.
#pragma once

#include <span>

#include "pg/pg.h"

namespace ddltrail {

/// The condition that a column of the catalog has this OID.
inline ScanKeyData with_oid(AttrNumber column, Oid oid) {
  ScanKeyData key;
  ScanKeyInit(&key, column, BTEqualStrategyNumber, F_OIDEQ, ObjectIdGetDatum(oid));
  return key;
}

/// Calls visit(HeapTuple, TupleDesc) for each row under `snapshot`, in the order of the index (0:
/// none, all rows are read), until it returns false. A tuple is good until visit returns.
template <typename Visit>
void scan_catalog(Oid catalog, Oid index, Snapshot snapshot, std::span<ScanKeyData> keys,
                  Visit visit) {
  Relation relation = table_open(catalog, AccessShareLock);
  SysScanDesc scan = systable_beginscan(relation, index, OidIsValid(index), snapshot,
                                        static_cast<int>(keys.size()), keys.data());
  HeapTuple tuple = systable_getnext(scan);
  while (HeapTupleIsValid(tuple) && visit(tuple, RelationGetDescr(relation)))
    tuple = systable_getnext(scan);
  systable_endscan(scan);
  table_close(relation, AccessShareLock);
}

/// The same for the rows where one column has this OID.
template <typename Visit>
void scan_catalog(Oid catalog, Oid index, Snapshot snapshot, AttrNumber column, Oid oid,
                  Visit visit) {
  ScanKeyData key = with_oid(column, oid);
  scan_catalog(catalog, index, snapshot, {&key, 1}, visit);
}

}  // namespace ddltrail
