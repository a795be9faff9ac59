// The part of two schemas that a plan between them can touch. All else is looked at once, and left
// behind: what a plan costs follows what differs.
#pragma once

#include "model/schema.h"

namespace ddltrail::postgres_plan {

struct Affected {
  Schema from;
  Schema to;
};

/// What differs and all that uses it, through others too, with what these rows alone do not tell:
/// the routines that they call, all types, and the tables of keys and triggers that use it. Both
/// schemas in the order of their keys.
Affected affected(const Schema& from, const Schema& to);

}  // namespace ddltrail::postgres_plan
