// The names of the tables and views that a query, or the statements of a trigger, read and write.
// Whether there are such tables is not known here; names of WITH are told apart from them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ddltrail::create {

/// As they are written, without quotes and without their schema, each once, in their order. The
/// text must be one that SQLite takes.
std::vector<std::string> source_names_in(std::string_view sql);

}  // namespace ddltrail::create
