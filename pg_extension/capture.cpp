#include "capture.h"

#include "command.h"
#include "completion.h"
#include "dependents.h"
#include "diff.h"
#include "dirty_set.h"
#include "faults.h"
#include "image.h"
#include "internal_scope.h"
#include "policy.h"
#include "statement.h"
#include "writer.h"

namespace ddltrail {

namespace {

// The catalogs before a command: the latest snapshot with the command counter put back, so that it
// shows others' committed work and our own earlier work, but nothing of this command. What comes
// after is the latest state.
Snapshot register_snapshot_before(const Command* command) {
  Snapshot before = RegisterSnapshot(GetLatestSnapshot());
  // A command that has committed midway has only this transaction left to tell of.
  bool is_same_transaction = command->lxid == pg::current_lxid();
  before->curcid = is_same_transaction ? command->first_cid : FirstCommandId;
  return before;
}

// The rows from before the command that need not be looked for: of relations where the hooks had
// them at hand, and of objects whose rows it left alone.
KnownRows known_rows(const Command* command, const DirtySet& dirty, const Image& after) {
  KnownRows known = {};
  for (ObjectKey key : dirty.before) {
    const Touch* touch = find_touch(command, key);
    const ObjectImage* now = after.find(key);
    if (touch != nullptr && touch->row != nullptr) {
      known.push({key, {RelationRelationId, catalog_shape(RelationRelationId), touch->row}});
    } else if (now != nullptr && !has_written(command, now->row.tuple)) {
      known.push({key, now->row});
    }
  }
  return known;
}

// The rows of the relations that are new.
KnownRows new_rows(const Command* command, const DirtySet& dirty) {
  KnownRows known = {};
  for (ObjectKey key : dirty.after) {
    const Touch* touch = find_touch(command, key);
    if (key.class_id == RelationRelationId && touch != nullptr && is_created(touch))
      known.push({key, find_new_relation(key.object_id)});
  }
  return known;
}

void append(Changes& changes, const Changes& more) {
  for (const Change& change : more) changes.push(change);
}

void write_difference(Command* command, const Circumstances& circumstances) {
  Snapshot snapshot = register_snapshot_before(command);
  DirtySet dirty = dirty_set(command, snapshot);
  Snapshot schemas = dirty.has_schemas() ? snapshot : kLatest;
  Image after = read_image(dirty.after, kLatest, kLatest, new_rows(command, dirty));
  Image before = read_image(dirty.before, snapshot, schemas, known_rows(command, dirty, after));
  Changes changes = diff(before, after, dirty, command);
  complete(changes, command);
  Changes dependents = changed_dependents(before, after, changes);
  complete(dependents, command);
  append(changes, dependents);
  write_changes(changes, command, circumstances);
  UnregisterSnapshot(snapshot);
}

void touch_partitions(Command* command, Node* node) {
  ListCell* cell;
  foreach (cell, partitions_of(node)) touch(command, {RelationRelationId, lfirst_oid(cell)});
}

void keep_statement(Command* command, Node* parse_tree) {
  MemoryContext old = MemoryContextSwitchTo(command->context);
  command->statement = statement_text(parse_tree);
  MemoryContextSwitchTo(old);
}

void write_command(Command* command) {
  Circumstances circumstances = current_circumstances();
  under_policy([&] {
    internally([&] {
      maybe_fail("end");
      if (!command->is_read_only) write_difference(command, circumstances);
    });
  });
  command->is_written = true;
}

// What fires event triggers has been collected for them.
void write_fired(Command* command) {
  if (!command->traits.is_told_by_hooks) under_policy([&] { collect_commands(command); });
  write_command(command);
}

}  // namespace

void capture_start(const EventTriggerData* event) {
  // pg_upgrade makes the schema anew before it brings the log and its rows over.
  if (IsBinaryUpgrade) return;
  begin_capture(GetCommandTagName(event->tag), event->parsetree);
}

void begin_capture(const char* tag, Node* parse_tree) {
  Command* command = enter_command(tag);
  command->traits = read_traits(parse_tree);
  under_policy([&] {
    maybe_fail("start");
    keep_statement(command, parse_tree);
    touch_partitions(command, parse_tree);
  });
}

void capture_drops() {
  Command* command = current_command();
  if (command == nullptr) return;
  if (command->needs_identities) under_policy([&] { collect_drops(command); });
  // The command has done all that it does: event triggers of others that run next may well alter
  // the same objects.
  write_fired(command);
}

void capture_end() {
  Command* command = current_command();
  // None where the extension was created by this very command.
  if (command == nullptr) return;
  if (!command->is_written) write_fired(command);
  leave_command();
}

void end_capture() {
  write_command(current_command());
  leave_command();
}

void capture_midway() {
  Command* command = current_command();
  Circumstances circumstances = current_circumstances();
  CommandCounterIncrement();
  under_policy([&] { internally([&] { write_difference(command, circumstances); }); });
}

}  // namespace ddltrail
