// What the options of a sequence are in SQL: of CREATE SEQUENCE and of identity columns.
#pragma once

#include <string>

#include "model/schema.h"
#include "plan/postgres/object.h"

namespace ddltrail::postgres_plan {

/// Those that are not as by default; begins with a blank where there are any.
std::string sequence_options(const Sequence& row);
/// Those that differ.
std::string sequence_options(const Sequence& former, const Sequence& later);
/// That of an identity column is known by its column.
Key sequence_key(const Sequence& row);
/// The sequence goes on where the other one stands.
std::string take_value(const Sequence& from, const Sequence& to);
/// That of an identity column goes on behind what the rows hold.
std::string take_highest(const Sequence& row);

}  // namespace ddltrail::postgres_plan
