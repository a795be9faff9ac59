// A schema as a text that is stable and diffable: JSON, one row a line, in the order of the
// contract's relations and keys. What is null is left out.
#pragma once

#include <string>
#include <string_view>

#include "model/schema.h"

namespace ddltrail {

std::string write_snapshot(const Schema& schema);

/// Any JSON text of that form; relations and columns that this tool does not know are ignored.
/// Throws Error where it is something else. `file`: for people.
Schema read_snapshot(std::string_view text, const std::string& file);

}  // namespace ddltrail
