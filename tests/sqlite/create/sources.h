// Which tables and views the views and triggers of a schema use, told by the reader and by SQLite,
// whose authorizer hears each use with the name of the view or trigger that it stands in.
#pragma once

#include <string>

#include "../database.h"

namespace ddltrail::test {

/// Empty where both tell the same.
std::string difference_in_sources(Connection& db);

}  // namespace ddltrail::test
