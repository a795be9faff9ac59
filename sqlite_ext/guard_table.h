// ddltrail_guard: an eponymous virtual table that stores nothing. Writing to it makes SQLite call
// xSync inside the commit that follows.
#pragma once

#include <memory>

#include "connection.h"

namespace ddltrail {

/// Registers the table. SQLite owns the connection from here on, and frees it as it closes.
void register_guard(std::unique_ptr<Connection> connection);

}  // namespace ddltrail
