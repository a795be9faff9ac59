// A schema as a text that is stable and diffable: JSON, one row a line, in the order of the
// contract's relations and keys. What is null is left out.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "model/schema.h"

namespace ddltrail {

/// Takes a text in pieces.
using TakeText = std::function<void(std::string_view)>;

void write_snapshot(const Schema& schema, const TakeText& take);
std::string write_snapshot(const Schema& schema);

/// Any JSON text of that form; relations and columns that this tool does not know are ignored.
/// Throws Error where it is something else. `file`: for people.
Schema read_snapshot(std::string_view text, const std::string& file);

}  // namespace ddltrail
