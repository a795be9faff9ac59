// Where the running program and the libraries that belong to it are.
#pragma once

#include <string>

namespace ddltrail {

/// The path of NAME.so that was built or installed with this program. Throws Error where there is
/// none.
std::string find_library(const std::string& name);

/// Changes when the machine starts anew; empty where the system does not tell.
std::string boot_id();

}  // namespace ddltrail
