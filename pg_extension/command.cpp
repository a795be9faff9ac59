#include "command.h"

#include <algorithm>

namespace ddltrail {

namespace {

Command* innermost = nullptr;
int depth = 0;

HTAB* create_touched(MemoryContext context) {
  HASHCTL control = {};
  control.keysize = sizeof(ObjectKey);
  control.entrysize = sizeof(Touch);
  control.hcxt = context;
  return hash_create("ddltrail touched objects", 32, &control,
                     HASH_ELEM | HASH_BLOBS | HASH_CONTEXT);
}

}  // namespace

bool is_comment(const Command* command) { return strcmp(command->tag, "COMMENT") == 0; }

Command* current_command() { return innermost; }

int command_depth() { return depth; }

bool has_written(const Command* command, HeapTuple row) {
  HeapTupleHeader header = row->t_data;
  if (!TransactionIdIsCurrentTransactionId(HeapTupleHeaderGetXmin(header))) return false;
  // A command that has committed midway has only this transaction left to tell of.
  return command->lxid != pg::current_lxid() ||
         HeapTupleHeaderGetCmin(header) >= command->first_cid;
}

Command* enter_command(const char* tag) {
  // Not in the transaction's memory: CREATE INDEX CONCURRENTLY outlives several transactions.
  MemoryContext context =
      AllocSetContextCreate(TopMemoryContext, "ddltrail command", ALLOCSET_SMALL_SIZES);
  auto* command = static_cast<Command*>(MemoryContextAllocZero(context, sizeof(Command)));
  command->context = context;
  command->tag = MemoryContextStrdup(context, tag);
  command->first_cid = GetCurrentCommandId(false);
  command->lxid = pg::current_lxid();
  command->nest_level = GetCurrentTransactionNestLevel();
  command->is_read_only = XactReadOnly;
  command->touched = create_touched(context);
  command->outer = innermost;
  innermost = command;
  depth++;
  return command;
}

void leave_command() {
  Command* left = innermost;
  innermost = left->outer;
  depth--;
  MemoryContextDelete(left->context);
}

void leave_commands_above(int wanted) {
  while (depth > wanted) leave_command();
}

void leave_commands_of_subtransaction(int nest_level) {
  while (innermost != nullptr && innermost->nest_level >= nest_level) leave_command();
}

Touch* touch(Command* command, ObjectKey key) {
  bool found;
  auto* entry = static_cast<Touch*>(hash_search(command->touched, &key, HASH_ENTER, &found));
  if (!found) {
    entry->in_extension = false;
    entry->is_dropped = false;
    entry->row = nullptr;
    entry->created_in = InvalidLocalTransactionId;
  }
  return entry;
}

const Touch* find_touch(const Command* command, ObjectKey key) {
  return static_cast<const Touch*>(hash_search(command->touched, &key, HASH_FIND, nullptr));
}

const Dropped* find_drop(const Command* command, ObjectKey key) {
  if (command == nullptr) return nullptr;
  const Dropped* found =
      std::lower_bound(command->dropped.begin(), command->dropped.end(), key,
                       [](const Dropped& drop, ObjectKey k) { return drop.key < k; });
  return found != command->dropped.end() && found->key == key ? found : nullptr;
}

}  // namespace ddltrail
