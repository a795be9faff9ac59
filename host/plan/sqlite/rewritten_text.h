// What SQLite makes of a text that mentions tables and columns which are renamed.
#pragma once

#include <string>
#include <string_view>

#include "diff/renames.h"

namespace ddltrail::sqlite_plan {

/// A name that is in quotes stays in quotes.
std::string rewritten_text(std::string_view text, const Renames::Names& columns);

/// FOREIGN KEY (...) REFERENCES ... of a table, by its former name. What has a later name gets it
/// in the case in which that was given.
std::string rewritten_reference(std::string_view text, const std::string& table,
                                const Renames& renames);

}  // namespace ddltrail::sqlite_plan
