// A CREATE statement as JSON, for the SQL of the relations.
#pragma once

#include <string>
#include <string_view>

namespace ddltrail::create {

/// An object with `kind` and what that kind has; see sql/README.md. Where the text cannot be read
/// it has `error` and `position`.
std::string statement_json(std::string_view sql);

}  // namespace ddltrail::create
