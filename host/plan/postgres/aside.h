// What cannot be altered in place, and what others hold on to, makes room for its successor: it
// goes by another name until all is moved over, and is dropped then.
#pragma once

#include "model/schema.h"
#include "plan/postgres/traits.h"

namespace ddltrail::postgres_plan {

/// Gives such types and sequences of `from` names that nothing has, in whatever mentions them too.
/// The steps that do it on the server.
Steps set_aside(Schema& from, const Schema& to);

}  // namespace ddltrail::postgres_plan
