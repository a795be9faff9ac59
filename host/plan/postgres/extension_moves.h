// Extensions that go to another schema: what they bring goes along, and nothing that mentions it
// differs.
#pragma once

#include "model/schema.h"
#include "plan/postgres/traits.h"

namespace ddltrail::postgres_plan {

bool has_moved_extensions(const Schema& from, const Schema& to);

/// The steps that move them; `from` has their names as they are then. What an extension brings is
/// not told: it is what texts of `from` mention in the former schema, and what is none of its
/// objects.
Steps move_extensions(Schema& from, const Schema& to);

}  // namespace ddltrail::postgres_plan
