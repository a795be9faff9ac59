// Names with and without their quotes.
#pragma once

#include <string>
#include <string_view>

namespace ddltrail::create {

/// A name token, of any of the four quotes or of none, as the name that it stands for.
std::string unquoted(std::string_view token);

/// The name as SQL text, in double quotes where it needs some.
std::string quoted(std::string_view name);

}  // namespace ddltrail::create
