// What a row of pg_constraint says, for those who compare constraints and those who define them.
#pragma once

#include "catalog.h"

namespace ddltrail {

/// What the contract calls the kind; null for those that it does not have: constraint triggers, and
/// NOT NULL, which has rows since PostgreSQL 18.
const char* constraint_kind(char type);

/// A foreign key to a partitioned table has an internal twin for each of its partitions.
bool is_twin(const FormData_pg_constraint& constraint, Snapshot snapshot);

/// The numbers of the columns in conkey or confkey, 0 for an expression. A check names its columns
/// as they come: they stand in table order here, expressions last.
Vec<int16> column_numbers(HeapTuple tuple, TupleDesc shape, AttrNumber key);

}  // namespace ddltrail
