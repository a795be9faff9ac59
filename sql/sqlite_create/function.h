// ddltrail_create(sql): a CREATE statement as JSON, as an SQL function. Compiled by each of those
// that register it, for the way in which it calls SQLite: with DDLTRAIL_LOADABLE inside a loadable
// extension, without beside a SQLite that is linked.
#pragma once

struct sqlite3;

namespace ddltrail::create {

/// A result code of SQLite.
int register_function(sqlite3* db);

}  // namespace ddltrail::create
