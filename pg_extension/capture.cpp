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

// The catalogs before and after a command. "Before" is the latest snapshot with the command counter
// put back: others' committed work and our own earlier work, but nothing of this command.
struct Snapshots {
  Snapshot before;
  Snapshot after;
};

Snapshots register_snapshots(const Command* command) {
  Snapshots snapshots;
  snapshots.after = RegisterSnapshot(GetLatestSnapshot());
  snapshots.before = RegisterSnapshot(GetLatestSnapshot());
  // A command that has committed midway has only this transaction left to tell of.
  bool is_same_transaction = command->lxid == pg::current_lxid();
  snapshots.before->curcid = is_same_transaction ? command->first_cid : FirstCommandId;
  return snapshots;
}

void unregister_snapshots(const Snapshots& snapshots) {
  UnregisterSnapshot(snapshots.before);
  UnregisterSnapshot(snapshots.after);
}

void append(Changes& changes, const Changes& more) {
  for (const Change& change : more) changes.push(change);
}

void write_difference(Command* command, const Circumstances& circumstances) {
  Snapshots snapshots = register_snapshots(command);
  DirtySet dirty = dirty_set(command, snapshots.before, snapshots.after);
  Image before = read_image(dirty.before, snapshots.before);
  Image after = read_image(dirty.all, snapshots.after);
  Changes changes = diff(dirty.all, before, after, command);
  complete(changes, command);
  Changes dependents = changed_dependents(dirty.all, before, after, changes, snapshots.after);
  complete(dependents, command);
  append(changes, dependents);
  write_changes(changes, command, circumstances, snapshots.after);
  unregister_snapshots(snapshots);
}

// As the owner of the extension, in memory that goes when it is done.
template <typename Body>
void internally(Body&& body) {
  MemoryContext work =
      AllocSetContextCreate(CurrentMemoryContext, "ddltrail capture", ALLOCSET_DEFAULT_SIZES);
  MemoryContext old = MemoryContextSwitchTo(work);
  InternalScope scope = enter_internal_scope();
  // A command that commits midway leaves no snapshot behind.
  PushActiveSnapshot(GetTransactionSnapshot());
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

// What ALTER TABLE attaches or detaches, or null.
const PartitionCmd* partition_of(const AlterTableCmd* alter) {
  return alter->def != nullptr && IsA(alter->def, PartitionCmd) ? castNode(PartitionCmd, alter->def)
                                                                : nullptr;
}

List* table_commands(Node* node) {
  return IsA(node, AlterTableStmt) ? castNode(AlterTableStmt, node)->cmds : NIL;
}

// Neither hooks nor collected commands tell of a partition that comes or goes.
void touch_partitions(Command* command, Node* node) {
  ListCell* cell;
  foreach (cell, table_commands(node)) {
    const PartitionCmd* partition = partition_of(lfirst_node(AlterTableCmd, cell));
    if (partition == nullptr || partition->name == nullptr) continue;
    Oid relation = RangeVarGetRelid(partition->name, NoLock, true);
    if (OidIsValid(relation)) touch(command, {RelationRelationId, relation});
  }
}

bool is_concurrent_detach(Node* node) {
  ListCell* cell;
  foreach (cell, table_commands(node)) {
    const PartitionCmd* partition = partition_of(lfirst_node(AlterTableCmd, cell));
    if (partition != nullptr && partition->concurrent) return true;
  }
  return false;
}

bool is_concurrent_reindex(Node* node) {
  if (!IsA(node, ReindexStmt)) return false;
  ListCell* cell;
  foreach (cell, castNode(ReindexStmt, node)->params) {
    auto* option = lfirst_node(DefElem, cell);
    if (strcmp(option->defname, "concurrently") == 0) return defGetBoolean(option);
  }
  return false;
}

bool commits_midway(Node* node) {
  if (IsA(node, IndexStmt)) return castNode(IndexStmt, node)->concurrent;
  if (IsA(node, DropStmt)) return castNode(DropStmt, node)->concurrent;
  return is_concurrent_detach(node) || is_concurrent_reindex(node);
}

// Members of an extension go with it only.
bool may_drop_members(Node* node) {
  if (IsA(node, DropOwnedStmt)) return true;
  if (!IsA(node, DropStmt)) return IsA(node, AlterTableStmt);
  auto* drop = castNode(DropStmt, node);
  return drop->behavior == DROP_CASCADE || drop->removeType == OBJECT_EXTENSION;
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
  command->spans_transactions = commits_midway(event->parsetree);
  command->may_drop_members = may_drop_members(event->parsetree);
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
      collect_commands(command);
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
