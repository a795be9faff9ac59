// Runs a step in a subtransaction of its own, so that a failure can be reported instead of raised.
#pragma once

#include "guard.h"
#include "pg/pg.h"

namespace ddltrail {

/// Runs `body`; where it raises, undoes what it did and returns the error, else null. That the
/// session is to end or the query to be cancelled is not a failure of the step: it is raised on.
template <typename Body>
ErrorData* attempt(Body&& body) {
  MemoryContext context = CurrentMemoryContext;
  ResourceOwner owner = CurrentResourceOwner;
  ErrorData* volatile error = nullptr;
  BeginInternalSubTransaction(nullptr);
  MemoryContextSwitchTo(context);
  PG_TRY();
  {
    // An exception must not leave PG_TRY.
    guarded(body);
    ReleaseCurrentSubTransaction();
  }
  PG_CATCH();
  {
    MemoryContextSwitchTo(context);
    error = CopyErrorData();
    FlushErrorState();
    RollbackAndReleaseCurrentSubTransaction();
  }
  PG_END_TRY();
  MemoryContextSwitchTo(context);
  CurrentResourceOwner = owner;
  if (error != nullptr &&
      ERRCODE_TO_CATEGORY(error->sqlerrcode) == ERRCODE_TO_CATEGORY(ERRCODE_QUERY_CANCELED))
    ReThrowError(error);
  return error;
}

}  // namespace ddltrail
