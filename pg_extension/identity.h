// How the server names an object in full: schema, name, arguments, the table it stands on.
#pragma once

#include "object_key.h"

namespace ddltrail {

/// The identity of an object that exists, or that the command in progress dropped; else null.
const char* identity_of(ObjectKey key);

}  // namespace ddltrail
