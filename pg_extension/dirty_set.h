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

/// The objects to compare, and what of them was touched.
struct DirtySet {
  struct TouchedPart {
    ObjectKey owner;
    Oid class_id;
  };

  Vec<ObjectKey> before;  // those that the command did not create
  Vec<ObjectKey> after;   // those that it did not drop
  Vec<TouchedPart> parts;

  /// Whether a part of the object that stands in this catalog was touched.
  bool touches(ObjectKey owner, Oid class_id) const;
  /// Whether schemas are among the objects.
  bool has_schemas() const;
};

/// The touched objects and the owners of touched parts. `before` is a snapshot from before the
/// command.
DirtySet dirty_set(const Command* command, Snapshot before);

}  // namespace ddltrail
