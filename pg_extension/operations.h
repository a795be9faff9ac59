// The operations of one change: the JSON array that stands in change_log.details, built as the diff
// finds them, and the action that follows from them. See sql/README.md, Operations.
#pragma once

#include "jsonb_builder.h"
#include "vec.h"

namespace ddltrail {

/// What a command did to an object. In this order: the first that applies names the change.
enum Action { kCreate, kDrop, kRename, kSetSchema, kAlter, kComment, kGrant, kActionCount };

const char* action_name(Action action);

/// Texts are borrowed until `finish`.
struct Operations {
  JsonbBuilder json;
  int size;
  bool did[kActionCount];

  bool is_empty() const { return size == 0; }
  Action first_action() const;
};

/// An empty array, in the current memory context.
Operations no_operations();

/// Begins an operation; the keys follow, then `end_operation`.
void begin_operation(Operations& operations, Action action, const char* op);
/// A key with a text, or null.
void put_text(Operations& operations, const char* key, const char* text);
/// A key with an array of texts, or null.
void put_texts(Operations& operations, const char* key, const Vec<const char*>* texts);
void end_operation(Operations& operations);

/// A whole operation with `from` and `to`.
void put_change(Operations& operations, Action action, const char* op, const char* from,
                const char* to);
/// A whole operation `comment`, of the part that `key` and `name` tell; none where both are the
/// same.
void put_comment(Operations& operations, const char* key, const char* name, const char* from,
                 const char* to);
/// A whole operation `alter_property`, of the object's own.
void put_property(Operations& operations, const char* property, const char* from, const char* to);
/// A whole operation without keys.
void put_bare(Operations& operations, Action action, const char* op);

/// The array as jsonb.
Datum finish(Operations& operations);
/// An array of one operation without keys, which is always the same one of its action: made once a
/// session.
Datum bare_operation(Action action, const char* op);

/// Null means equal to null.
bool same_text(const char* a, const char* b);

}  // namespace ddltrail
