// Texts that the server's own functions print, null where they give null. Names are qualified
// unless they are in pg_catalog, since that is the search path.
#pragma once

#include "pg/pg.h"

namespace ddltrail {

/// The result of a function of type text that takes an OID.
const char* server_text(PGFunction function, Oid oid);
/// An expression, which names columns of `relation` unless that is invalid.
const char* expression_text(Datum tree, Oid relation);
/// A key of an index, as CREATE INDEX names it without what stands behind it. `place`: from 1 on.
const char* index_key_text(Oid index, int place);
/// The default of a type: of a domain, that is.
const char* default_text_of_type(HeapTuple type);

/// Null where it is none, or what columns of `type` have anyhow.
const char* collation_text(Oid collation, Oid type);
/// Null where there is none. Arguments are not told.
const char* routine_text(Oid routine);
const char* operator_text(Oid op);
const char* operator_class_text(Oid operator_class);
const char* owner_text(Oid role);

}  // namespace ddltrail
