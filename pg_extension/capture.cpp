#include "capture.h"

#include "attempt.h"
#include "command.h"
#include "completion.h"
#include "dependents.h"
#include "diff.h"
#include "dirty_set.h"
#include "faults.h"
#include "image.h"
#include "internal_scope.h"
#include "settings.h"
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

void append(Changes& changes, const Changes& more) {
  for (const Change& change : more) changes.push(change);
}

void write_difference(Command* command, const Circumstances& circumstances) {
  Snapshot snapshot = register_snapshot_before(command);
  DirtySet dirty = dirty_set(command, snapshot);
  Snapshot schemas = dirty.has_schemas() ? snapshot : kLatest;
  Image before = read_image(dirty.before, snapshot, schemas);
  Image after = read_image(dirty.after, kLatest, kLatest);
  Changes changes = diff(before, after, dirty, command);
  complete(changes, command);
  Changes dependents = changed_dependents(before, after, changes);
  complete(dependents, command);
  append(changes, dependents);
  write_changes(changes, command, circumstances);
  UnregisterSnapshot(snapshot);
}

// As the owner of the extension, in memory that goes when it is done.
template <typename Body>
void internally(Body&& body) {
  MemoryContext work =
      AllocSetContextCreate(CurrentMemoryContext, "ddltrail capture", ALLOCSET_DEFAULT_SIZES);
  MemoryContext old = MemoryContextSwitchTo(work);
  InternalScope scope = enter_internal_scope();
  // A command that commits midway leaves no snapshot behind, and that of the transaction may be
  // old.
  PushActiveSnapshot(GetLatestSnapshot());
  body();
  PopActiveSnapshot();
  leave_internal_scope(scope);
  MemoryContextSwitchTo(old);
  MemoryContextDelete(work);
}

void give_up(const ErrorData* error) {
  ErrorData* another = attempt([&] { internally([&] { mark_broken(error->message); }); });
  ereport(WARNING, (errmsg("ddltrail did not log this command: %s", error->message),
                    another == nullptr ? errdetail("The log is marked as broken.")
                                       : errdetail("Nor could the log be marked as broken: %s",
                                                   another->message)));
}

// The policy when capture fails: ddltrail.on_error.
template <typename Body>
void under_policy(Body&& body) {
  if (settings.on_error == kOnErrorFail) {
    body();
    return;
  }
  ErrorData* error = attempt(body);
  if (error != nullptr) give_up(error);
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

}  // namespace

void capture_start(const EventTriggerData* event) {
  // pg_upgrade makes the schema anew before it brings the log and its rows over.
  if (IsBinaryUpgrade) return;
  maybe_fail("start");
  Command* command = enter_command(GetCommandTagName(event->tag));
  command->traits = read_traits(event->parsetree);
  keep_statement(command, event->parsetree);
  touch_partitions(command, event->parsetree);
}

void capture_drops() {
  Command* command = current_command();
  if (command == nullptr) return;
  under_policy([&] { collect_drops(command); });
}

void capture_end() {
  Command* command = current_command();
  // None where the extension was created by this very command.
  if (command == nullptr) return;
  Circumstances circumstances = current_circumstances();
  under_policy([&] {
    internally([&] {
      if (!command->traits.is_told_by_hooks) collect_commands(command);
      maybe_fail("end");
      if (!command->is_read_only) write_difference(command, circumstances);
    });
  });
  leave_command();
}

void capture_midway() {
  Command* command = current_command();
  Circumstances circumstances = current_circumstances();
  CommandCounterIncrement();
  under_policy([&] { internally([&] { write_difference(command, circumstances); }); });
}

}  // namespace ddltrail
