#include "command.h"

#include <algorithm>

namespace ddltrail {

namespace {

Command* innermost = nullptr;
int depth = 0;

// So many notes are looked through faster than found by hashing.
constexpr int kFew = 16;

struct Place {
  ObjectKey key;
  int index;  // in Command::touched
};

HTAB* create_places(MemoryContext context) {
  HASHCTL control = {};
  control.keysize = sizeof(ObjectKey);
  control.entrysize = sizeof(Place);
  control.hcxt = context;
  return hash_create("ddltrail touched objects", 256, &control,
                     HASH_ELEM | HASH_BLOBS | HASH_CONTEXT);
}

void keep_place(Command* command, int index) {
  const ObjectKey& key = command->touched.items[index].key;
  static_cast<Place*>(hash_search(command->places, &key, HASH_ENTER, nullptr))->index = index;
}

void keep_places(Command* command) {
  int count = command->touched.size;
  if (count < kFew) return;
  int first = command->places == nullptr ? 0 : count - 1;
  if (command->places == nullptr) command->places = create_places(command->context);
  for (int i = first; i < count; i++) keep_place(command, i);
}

Touch* find_among_many(const Command* command, ObjectKey key) {
  auto* place = static_cast<const Place*>(hash_search(command->places, &key, HASH_FIND, nullptr));
  return place == nullptr ? nullptr : &command->touched.items[place->index];
}

Touch* find_note(const Command* command, ObjectKey key) {
  if (command->places != nullptr) return find_among_many(command, key);
  for (Touch& note : command->touched)
    if (note.key == key) return &note;
  return nullptr;
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
  if (Touch* known = find_note(command, key)) return known;
  MemoryContext old = MemoryContextSwitchTo(command->context);
  Touch* note =
      command->touched.push({key, false, false, 0, nullptr, nullptr, InvalidLocalTransactionId});
  keep_places(command);
  MemoryContextSwitchTo(old);
  return note;
}

const Touch* find_touch(const Command* command, ObjectKey key) { return find_note(command, key); }

bool is_created(const Touch* touch) { return touch->created_in == pg::current_lxid(); }

const Dropped* find_drop(const Command* command, ObjectKey key) {
  if (command == nullptr) return nullptr;
  const Dropped* found =
      std::lower_bound(command->dropped.begin(), command->dropped.end(), key,
                       [](const Dropped& drop, ObjectKey k) { return drop.key < k; });
  return found != command->dropped.end() && found->key == key ? found : nullptr;
}

}  // namespace ddltrail
