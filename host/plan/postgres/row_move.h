// The rows of a table that another one takes, of which both schemas have the columns: as values of
// the later types, with where its sequences stand.
#pragma once

#include "plan/postgres/aside.h"
#include "plan/postgres/object.h"

namespace ddltrail::postgres_plan {

/// Once the other table and its sequences are there.
Steps row_move(const Moved& moved, const World& world);

/// Sequences that must be there meanwhile: of the former schema, and of the later one.
struct MovedSequences {
  Keys former;
  Keys later;
};
MovedSequences moved_sequences(const Moved& moved, const World& world);

}  // namespace ddltrail::postgres_plan
