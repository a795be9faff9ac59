// What people should know although the command goes on. Written to stderr at once, each
// only once.
#pragma once

#include <string>

namespace ddltrail {

/// `what`: lower-case start, no period. Control characters become spaces.
void warn(std::string what);

}  // namespace ddltrail
