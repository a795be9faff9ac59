// What SQLite makes of a text that mentions columns which are renamed.
#pragma once

#include <string>
#include <string_view>

#include "diff/renames.h"

namespace ddltrail::sqlite_plan {

/// A name that is in quotes stays in quotes.
std::string rewritten_text(std::string_view text, const Renames::Names& columns);

}  // namespace ddltrail::sqlite_plan
