// How the server names an object in full: schema, name, arguments, the table it stands on.
#pragma once

#include "object_key.h"

namespace ddltrail {

/// The identity of an object that exists, or that the command in progress dropped; else null.
const char* identity_of(ObjectKey key);
/// The same of a column, where `sub_id` is not 0.
const char* identity_of_part(ObjectKey key, int sub_id);

}  // namespace ddltrail
