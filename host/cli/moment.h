// Dates and times as people type them.
#pragma once

#include <string>

namespace ddltrail {

/// A date or time as both engines compare it: ISO 8601 in UTC, as far as it was given, with T and
/// without Z. Throws Error (usage) for anything else.
std::string moment(std::string text);

}  // namespace ddltrail
