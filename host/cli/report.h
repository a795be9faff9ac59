// How an Outcome is told: to people, and as JSON.
#pragma once

#include <string>

#include "emit/regenerate.h"

namespace ddltrail {

/// One line per file, with its reasons where `explains`, and a summary. `is_dry`: what would
/// happen.
std::string report(const Outcome& outcome, bool explains, bool is_dry);

/// "1 change", "2 changes".
std::string counted(std::size_t count, std::string_view noun);

/// A JSON document as every --json prints it: indented, malformed UTF-8 replaced, a line end.
std::string json_text(const Json& json);

/// One object with a version field.
std::string report_json(const Outcome& outcome);

/// For stderr, where everything was read for want of a log: what a log would give. Else empty.
std::string advice(const Outcome& outcome);

}  // namespace ddltrail
