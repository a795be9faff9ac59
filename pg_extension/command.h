// The commands in progress: a stack, since a function or the script of an extension runs DDL inside
// DDL. A command collects what it touches; it owns its memory context, which ends with it.
#pragma once

#include "object_key.h"
#include "pg/pg.h"
#include "traits.h"
#include "vec.h"

namespace ddltrail {

/// What an object said of itself just before it was dropped; later nobody can print it.
struct LastWords {
  ObjectKey owner;  // the table, or the constraint itself
  int16 column;     // of a default; else 0
  const char* text;
};

/// An object that sql_drop named.
struct Dropped {
  ObjectKey key;
  const char* identity;
};

struct Touch {
  ObjectKey key;
  bool in_extension;  // was a member when it was dropped
  bool is_dropped;
  AttrNumber column;              // that the hook named last; 0 where it named the whole object
  HeapTuple row;                  // of a relation as it was before the command, where it is known
  HeapTuple renamed;              // the row that a column had before it was renamed
  LocalTransactionId created_in;  // by the command, in this of its transactions; else invalid
};

struct Command {
  Command* outer;
  MemoryContext context;
  CommandId first_cid;  // what the command itself writes carries this or a later number
  LocalTransactionId lxid;
  int nest_level;  // of subtransactions
  Traits traits;
  bool needs_identities;  // of what it drops: schema and name do not say it all
  bool is_read_only;      // the server runs it although its transaction is: it changes no catalog
  bool is_written;        // its rows stand in the log
  const char* tag;
  const char* statement;  // null where the text is not known or not wanted
  int64 id;               // of its first row in the log, 0 before
  Vec<Touch> touched;
  HTAB* places;  // of the notes in `touched`, by key, once they are many; null before
  Vec<LastWords> last_words;
  Vec<Dropped> dropped;  // sorted by key once they are all collected
};

/// Only COMMENT changes the comment of what stays.
bool is_comment(const Command* command);

/// The innermost command in progress, or null.
Command* current_command();
int command_depth();

/// Whether the command, in the transaction that runs now, wrote this version of a row, which must
/// be the latest.
bool has_written(const Command* command, HeapTuple row);

/// Begins a command; its memory lives until it is left.
Command* enter_command(const char* tag);
void leave_command();
/// Leaves commands until `depth` are in progress: after an error, or an event trigger that never
/// fired.
void leave_commands_above(int depth);
/// Leaves the commands that began in subtransactions of `nest_level` or deeper.
void leave_commands_of_subtransaction(int nest_level);

/// Notes that the command may have changed an object. Returns the note, to be completed before the
/// next one.
Touch* touch(Command* command, ObjectKey key);
/// The note on an object, or null.
const Touch* find_touch(const Command* command, ObjectKey key);
/// Whether the command has created the object in the transaction that runs now.
bool is_created(const Touch* touch);
/// What sql_drop said of an object, or null. `command` may be null.
const Dropped* find_drop(const Command* command, ObjectKey key);

}  // namespace ddltrail
