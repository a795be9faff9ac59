// The definition of an object of a database that may have broken ones: the server cannot print what
// names a row of its catalogs that is gone.
#pragma once

#include "object_key.h"

namespace ddltrail {

/// As jsonb. `*is_null`, and a warning that names the object, where the server cannot print it.
Datum readable_definition(ObjectKey object, const char* kind, const char* identity, bool* is_null);

}  // namespace ddltrail
