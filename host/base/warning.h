// What people should know although the command goes on. Written to stderr at once.
#pragma once

#include <string>

namespace ddltrail {

/// `what`: lower-case start, no period. Line breaks are folded into spaces.
void warn(std::string what);

}  // namespace ddltrail
