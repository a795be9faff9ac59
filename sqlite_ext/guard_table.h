// ddltrail_guard: a virtual table that stores nothing. Writing to it makes SQLite call xSync inside
// the commit that follows. There are two, since writing locks the database that the table is in:
// the eponymous one counts as one of main, and ddltrail_attached_guard is a temporary table, made
// where a file is attached, so that changes of that file do not lock main.
#pragma once

#include <memory>

#include "connection.h"

namespace ddltrail {

/// Registers the tables. SQLite owns the connection from here on, and frees it as it closes.
void register_guard(std::unique_ptr<Connection> connection);

/// Makes the temporary one. Not while a statement runs that opens further cursors: SQLite ends it.
void create_attached_guard(sqlite3* db);

/// Calls xSync in the commit of the transaction that changes main, or only attached files. Throws
/// where it cannot.
enum class Changes { kMain, kAttachedOnly };
void enlist_guard(sqlite3* db, Changes changes);

}  // namespace ddltrail
