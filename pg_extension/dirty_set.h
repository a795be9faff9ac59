// The objects that a command may have changed: what the hooks saw, what the server collected for
// event triggers, and what was dropped. No source is complete alone: the hooks miss GRANT and
// COMMENT, the server's list misses children and cascades.
#pragma once

#include "command.h"

namespace ddltrail {

/// Adds what the server collected for ddl_command_end to the touched objects.
void collect_commands(Command* command);
/// Notes what the server says was dropped. In sql_drop only.
void collect_drops(Command* command);

/// The objects to compare: sorted, unique.
struct DirtySet {
  Vec<ObjectKey> all;
  Vec<ObjectKey> before;  // those that the command did not create
};

/// The touched objects, and the owners of touched parts.
DirtySet dirty_set(const Command* command, Snapshot before, Snapshot after);

}  // namespace ddltrail
