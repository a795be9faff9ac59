#include "diff.h"

#include "diff_columns.h"
#include "diff_constraints.h"
#include "diff_labels.h"

namespace ddltrail {

namespace {

bool is_kind(const Fact& object, const char* kind) { return strcmp(object.kind, kind) == 0; }

bool is_view(const Fact& object) {
  return is_kind(object, "view") || is_kind(object, "materialized view");
}

void diff_names(const Fact& before, const Fact& after, Operations& operations) {
  if (!same_text(before.name, after.name))
    put_change(operations, kRename, "rename", before.name, after.name);
  if (!same_text(before.schema, after.schema))
    put_change(operations, kSetSchema, "set_schema", before.schema, after.schema);
}

void diff_owner(const Fact& before, const Fact& after, Operations& operations) {
  if (!same_text(before.owner, after.owner))
    put_change(operations, kAlter, "alter_owner", before.owner, after.owner);
}

void diff_acl(const Fact& before, const Fact& after, Operations& operations) {
  if (same_text(before.acl, after.acl)) return;
  begin_operation(operations, kGrant, "grant");
  put_json(operations, "from", before.acl);
  put_json(operations, "to", after.acl);
  end_operation(operations);
}

// A table that became partitioned or a partition keeps its name: its kind is part of what it is.
void diff_body(const Fact& before, const Fact& after, Operations& operations) {
  if (!same_text(before.kind, after.kind))
    put_change(operations, kAlter, "alter_definition", before.kind, after.kind);
  if (!same_text(before.body, after.body))
    put_bare(operations, kAlter, is_view(after) ? "alter_view" : "alter_definition");
  if (is_kind(after, "index") && !same_text(before.flags, after.flags))
    put_change(operations, kAlter, "alter_definition",
               strcmp(before.flags, "true") == 0 ? "valid" : "invalid",
               strcmp(after.flags, "true") == 0 ? "valid" : "invalid");
}

void put_other(Operations& operations, const Command* command) {
  begin_operation(operations, kAlter, "other");
  put_text(operations, "command", command->tag);
  end_operation(operations);
}

void diff_object(const ObjectImage& before, const ObjectImage& after, const Command* command,
                 Operations& operations) {
  diff_names(*before.object, *after.object, operations);
  diff_owner(*before.object, *after.object, operations);
  diff_body(*before.object, *after.object, operations);
  bool is_changed_otherwise = diff_columns(before, after, command, operations);
  diff_constraints(before, after, command, operations);
  diff_labels(before, after, operations);
  if (is_changed_otherwise || !same_text(before.object->rest, after.object->rest))
    put_other(operations, command);
  if (!same_text(before.object->comment, after.object->comment))
    put_change(operations, kComment, "comment", before.object->comment, after.object->comment);
  diff_acl(*before.object, *after.object, operations);
}

const char* if_different(const char* before, const char* after) {
  return same_text(before, after) ? nullptr : before;
}

Change make_change(const Fact& last, const Fact* before, Operations& operations) {
  Change change = {};
  change.key = last.key;
  change.action = operations.first_action();
  change.kind = last.kind;
  change.schema = last.schema;
  change.name = last.name;
  if (before != nullptr) {
    change.previous_schema = if_different(before->schema, last.schema);
    change.previous_name = if_different(before->name, last.name);
  }
  change.identity = qualified_identity(last.schema, last.name);
  change.details = finish(operations);
  return change;
}

void add_drop(Changes& changes, const Fact& object) {
  Operations operations = no_operations();
  put_bare(operations, kDrop, "drop");
  changes.push(make_change(object, nullptr, operations));
}

void add_create(Changes& changes, const Fact& object) {
  Operations operations = no_operations();
  put_bare(operations, kCreate, "create");
  changes.push(make_change(object, nullptr, operations));
}

void add_difference(Changes& changes, const ObjectImage& before, const ObjectImage& after,
                    const Command* command) {
  Operations operations = no_operations();
  diff_object(before, after, command, operations);
  if (!operations.is_empty()) changes.push(make_change(*after.object, before.object, operations));
}

}  // namespace

const char* qualified_identity(const char* schema, const char* name) {
  if (schema == nullptr) return quote_identifier(name);
  return quote_qualified_identifier(schema, name);
}

Change altered_definition(const Fact& object) {
  Operations operations = no_operations();
  put_bare(operations, kAlter, "alter_definition");
  return make_change(object, nullptr, operations);
}

Changes diff(const Vec<ObjectKey>& keys, const Image& before, const Image& after,
             const Command* command) {
  Changes changes = {};
  for (int i = keys.size - 1; i >= 0; i--) {
    const ObjectImage* old = before.find(keys.items[i]);
    if (old != nullptr && after.find(keys.items[i]) == nullptr) add_drop(changes, *old->object);
  }
  for (ObjectKey key : keys) {
    const ObjectImage* old = before.find(key);
    const ObjectImage* now = after.find(key);
    if (now == nullptr) continue;
    if (old == nullptr) {
      add_create(changes, *now->object);
    } else {
      add_difference(changes, *old, *now, command);
    }
  }
  return changes;
}

}  // namespace ddltrail
