// Owners that a schema does not name: what belongs to "" belongs to whoever makes it.
#pragma once

#include <string>

#include "model/schema.h"

namespace ddltrail {

inline constexpr const char* kWhoeverMakesIt = "";

/// What the role owns, and the grants that it gave, are those of the other one.
void hand_over(Schema& schema, const std::string& role, const std::string& to = kWhoeverMakesIt);

/// So is everything; the schema public is that of the owner of the database, as in a new one.
void hand_over_all(Schema& schema);

}  // namespace ddltrail
