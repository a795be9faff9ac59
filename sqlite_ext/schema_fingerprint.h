// The fingerprint of a database: a hash of the rows that the relations describe its schema by. See
// sql/README.md, Fingerprints.
#pragma once

#include <string>

#include "database.h"

namespace ddltrail {

/// Reads the whole schema.
std::string schema_fingerprint(const Database& db);

}  // namespace ddltrail
