// The SQLite API as a loadable extension sees it: every call goes through the table of routines
// that the host program hands over. extension.cpp defines the table; everybody else includes this
// header.
#pragma once

#include <sqlite3ext.h>

SQLITE_EXTENSION_INIT3
