// Texts that the server's own functions print, null where they give null.
#pragma once

#include "pg/pg.h"

namespace ddltrail {

/// The result of a function of type text that takes an OID.
const char* server_text(PGFunction function, Oid oid);
/// An expression, which names columns of `relation` unless that is invalid.
const char* expression_text(Datum tree, Oid relation);

}  // namespace ddltrail
