// The objects that a command may have changed: what the hooks saw, what the server collected for
// event triggers, and what was dropped. No source is complete alone: the hooks miss GRANT and
// COMMENT, the server's list misses children and cascades.
#pragma once

#include "change.h"
#include "command.h"

namespace ddltrail {

/// Adds what the server collected for ddl_command_end to the touched objects, and returns changes
/// for the objects that have no image.
Changes collect_commands(Command* command);
/// Notes what the server says was dropped. In sql_drop only.
void collect_drops(Command* command);
/// Changes for the dropped objects that have no image.
void add_plain_drops(const Command* command, Changes& changes);

/// The objects to compare, sorted and unique: the touched ones and the owners of touched parts.
Vec<ObjectKey> dirty_keys(const Command* command, Snapshot before, Snapshot after);

/// Puts in what the event triggers' names of things tell better than the catalogs' columns.
void complete(Changes& changes, const Command* command);

}  // namespace ddltrail
