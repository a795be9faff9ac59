// The columns that a text takes where every character is as wide as another, but for those that are
// twice as wide or take none, as the formatters of code count them.
#pragma once

#include <string_view>

namespace ddltrail {

/// Wide characters take two.
int width_of(std::string_view text);

}  // namespace ddltrail
