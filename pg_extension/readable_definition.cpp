#include "readable_definition.h"

#include "attempt.h"
#include "catalog.h"
#include "definition.h"

namespace ddltrail {

Datum readable_definition(ObjectKey object, const char* kind, const char* identity, bool* is_null) {
  Change change = {};
  change.key = object;
  change.action = kAlter;
  change.kind = kind;
  Datum definition = 0;
  ErrorData* error = attempt([&] { definition = read_definition(change, kLatest, is_null); });
  if (error == nullptr) return definition;
  if (ERRCODE_TO_CATEGORY(error->sqlerrcode) != ERRCODE_TO_CATEGORY(ERRCODE_INTERNAL_ERROR))
    ReThrowError(error);
  ereport(WARNING,
          (errmsg("%s \"%s\" is logged without its definition, since the server cannot read it: %s",
                  kind, identity, error->message)));
  *is_null = true;
  return 0;
}

}  // namespace ddltrail
