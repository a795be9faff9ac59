// What ddltrail_create() tells of the tables against what the pragmas tell: the second reader of
// the same texts is SQLite.
#pragma once

#include "../database.h"

namespace ddltrail::test {

/// The lines that only one of the two has; empty where they agree.
std::string difference_from_pragmas(Connection& db);

}  // namespace ddltrail::test
