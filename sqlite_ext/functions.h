// The scalar functions: ddltrail_version, _current_cursor, _install, _capture and _setting.
#pragma once

#include "connection.h"

namespace ddltrail {

/// Registers them; the connection must outlive its functions.
void register_functions(Connection& connection);

}  // namespace ddltrail
