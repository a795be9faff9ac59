#include "hooks.h"

#include "capture.h"
#include "command.h"
#include "faults.h"
#include "guard.h"
#include "internal_scope.h"
#include "last_words.h"
#include "notification.h"
#include "statement.h"
#include "unfired.h"

namespace ddltrail {

namespace {

object_access_hook_type next_object_access = nullptr;
ProcessUtility_hook_type next_process_utility = nullptr;

// What is dropped together with its table is told by the table's own row.
bool goes_with_table(const Command* command, Oid class_id) {
  if (!command->traits.drops_whole) return false;
  return class_id == TypeRelationId || class_id == ConstraintRelationId ||
         class_id == AttrDefaultRelationId || class_id == RewriteRelationId;
}

// Asked while the relation is being made or dropped: the server has it at hand.
bool is_toast(ObjectKey key) {
  if (key.class_id != RelationRelationId) return false;
  Relation relation = RelationIdGetRelation(key.object_id);
  if (relation == nullptr) return false;
  bool is_toast = IsToastNamespace(RelationGetNamespace(relation));
  RelationClose(relation);
  return is_toast;
}

// The constraints of a new table belong to it, and no other.
bool comes_with_table(const Command* command, ObjectKey key) {
  if (command->traits.makes_table && key.class_id == ConstraintRelationId) return true;
  return is_toast(key);
}

// The server has just looked at it itself.
HeapTuple keep_row(Command* command, ObjectKey key) {
  if (key.class_id != RelationRelationId) return nullptr;
  MemoryContext old = MemoryContextSwitchTo(command->context);
  HeapTuple row = SearchSysCacheCopy1(RELOID, ObjectIdGetDatum(key.object_id));
  MemoryContextSwitchTo(old);
  return row;
}

// A column is created in a table that was there. Its number of columns is written already, but the
// caches still show the row from before.
void note_column(Command* command, ObjectKey key) {
  Touch* note = touch(command, key);
  if (note->row != nullptr || is_created(note)) return;
  HeapTuple row = keep_row(command, key);
  if (HeapTupleIsValid(row) && !has_written(command, row)) note->row = row;
}

// The caches, where the server has just found the column by its name, still show it as it was.
void note_alter(Command* command, ObjectKey key, int sub_id) {
  Touch* note = touch(command, key);
  note->column = sub_id;
  const RenameStmt* rename = command->traits.renames_column;
  if (rename == nullptr || sub_id <= 0) return;
  MemoryContext old = MemoryContextSwitchTo(command->context);
  note->renamed = SearchSysCacheCopyAttName(key.object_id, rename->subname);
  MemoryContextSwitchTo(old);
}

void note_create(Command* command, ObjectKey key, int sub_id) {
  if (sub_id != 0) {
    note_column(command, key);
  } else if (!comes_with_table(command, key)) {
    touch(command, key)->created_in = pg::current_lxid();
  }
}

void note_drop(Command* command, ObjectKey key) {
  if (goes_with_table(command, key.class_id) || is_toast(key)) return;
  Touch* note = touch(command, key);
  note->is_dropped = true;
  if (command->traits.drops_whole) note->row = keep_row(command, key);
  if (key.class_id != RelationRelationId) command->needs_identities = true;
  if (command->traits.may_drop_members)
    note->in_extension = OidIsValid(getExtensionOfObject(key.class_id, key.object_id));
  if (!command->traits.drops_whole) keep_last_words(command, key);
}

// Hooks name some relations by the catalog of what was altered of them.
Oid class_of_object(Oid class_id) {
  switch (class_id) {
    case IndexRelationId:
    case SequenceRelationId:
    case ForeignTableRelationId:
      return RelationRelationId;
    default:
      return class_id;
  }
}

void note_access(ObjectAccessType access, ObjectKey key, int sub_id) {
  Command* command = current_command();
  if (command == nullptr) return;
  maybe_fail("hook");
  switch (access) {
    case OAT_POST_CREATE:
      note_create(command, key, sub_id);
      break;
    case OAT_POST_ALTER:
      note_alter(command, key, sub_id);
      break;
    case OAT_DROP:
      // The table of a column that goes is altered.
      if (sub_id == 0) {
        note_drop(command, key);
      } else {
        touch(command, key);
      }
      break;
    default:
      break;
  }
}

void on_object_access(ObjectAccessType access, Oid class_id, Oid object_id, int sub_id, void* arg) {
  if (next_object_access != nullptr) next_object_access(access, class_id, object_id, sub_id, arg);
  guarded([&] { note_access(access, {class_of_object(class_id), object_id}, sub_id); });
}

void on_process_utility(PlannedStmt* statement, const char* query, bool is_read_only_tree,
                        ProcessUtilityContext context, ParamListInfo parameters,
                        QueryEnvironment* environment, DestReceiver* destination,
                        QueryCompletion* completion) {
  // Where the very first command of a session dropped the extension, nobody saw it end.
  if (context == PROCESS_UTILITY_TOPLEVEL) leave_commands_above(0);
  UtilityCall call = {statement, query, nullptr};
  UtilityCall* outer = current_utility_call();
  int depth = command_depth();
  enter_utility_call(&call);
  PG_TRY();
  {
    bool is_unfired = guarded([&] { return begin_unfired(statement); });
    auto next = next_process_utility != nullptr ? next_process_utility : standard_ProcessUtility;
    next(statement, query, is_read_only_tree, context, parameters, environment, destination,
         completion);
    if (is_unfired) guarded([&] { end_unfired(statement); });
  }
  PG_FINALLY();
  {
    leave_utility_call(outer);
    // A command that dropped its own event trigger never saw its end.
    leave_commands_above(depth);
  }
  PG_END_TRY();
}

void on_transaction_event(XactEvent event, void*) {
  switch (event) {
    case XACT_EVENT_PRE_COMMIT:
      // Only a command that commits midway, such as CREATE INDEX CONCURRENTLY, is in progress here.
      if (current_command() != nullptr && current_command()->traits.spans_transactions)
        guarded([] { capture_midway(); });
      guarded([] { send_notification(); });
      break;
    case XACT_EVENT_ABORT:
      leave_commands_above(0);
      forget_notification();
      break;
    case XACT_EVENT_PREPARE:
      forget_notification();
      break;
    default:
      break;
  }
}

void on_subtransaction_event(SubXactEvent event, SubTransactionId, SubTransactionId, void*) {
  if (event == SUBXACT_EVENT_ABORT_SUB)
    leave_commands_of_subtransaction(GetCurrentTransactionNestLevel());
}

}  // namespace

void install_hooks() {
  next_object_access = object_access_hook;
  object_access_hook = on_object_access;
  next_process_utility = ProcessUtility_hook;
  ProcessUtility_hook = on_process_utility;
  RegisterXactCallback(on_transaction_event, nullptr);
  RegisterSubXactCallback(on_subtransaction_event, nullptr);
}

}  // namespace ddltrail
