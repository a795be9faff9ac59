// The fingerprints of a schema, wherever it was read from.
#pragma once

#include "fingerprint/fingerprint.h"
#include "model/schema.h"

namespace ddltrail {

/// Those of two schemas of one engine are equal where diff() tells nothing.
Fingerprints fingerprints_of(const Schema& schema);

}  // namespace ddltrail
