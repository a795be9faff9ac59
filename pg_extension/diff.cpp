#include "diff.h"

#include "diff_columns.h"
#include "diff_constraints.h"
#include "diff_dependencies.h"
#include "diff_labels.h"
#include "diff_members.h"
#include "parts.h"
#include "property.h"

namespace ddltrail {

namespace {

bool is_kind(const ObjectImage& object, const char* kind) { return strcmp(object.kind, kind) == 0; }

void diff_names(const ObjectImage& before, const ObjectImage& after, Operations& operations) {
  if (!same_text(before.name, after.name))
    put_change(operations, kRename, "rename", before.name, after.name);
  if (!same_text(before.schema, after.schema))
    put_change(operations, kSetSchema, "set_schema", before.schema, after.schema);
}

// An index has the owner of its table.
void diff_owner(const ObjectImage& before, const ObjectImage& after, Operations& operations) {
  AttrNumber column = after.object_class->owner;
  if (column == 0 || is_kind(after, "index") || same_value(before.row, after.row, column)) return;
  put_change(operations, kAlter, "alter_owner", GetUserNameFromId(before.row.oid(column), true),
             GetUserNameFromId(after.row.oid(column), true));
}

void diff_acl(const ObjectImage& before, const ObjectImage& after, Operations& operations) {
  AttrNumber column = after.object_class->acl;
  if (column == 0 || same_value(before.row, after.row, column)) return;
  begin_operation(operations, kGrant, "grant");
  put_acl_change(operations, before.row, after.row, column);
  end_operation(operations);
}

// A table that becomes partitioned keeps its name: its kind is part of what it is.
void diff_kind(const ObjectImage& before, const ObjectImage& after, Operations& operations) {
  if (!same_text(before.kind, after.kind))
    put_change(operations, kAlter, "alter_definition", before.kind, after.kind);
}

// ALTER TABLE writes a table and its indexes anew where the rows do not fit any more; the indexes
// are told of where that is all that is done.
bool may_be_rewritten(const ObjectImage& object, const Command* command) {
  return is_kind(object, "table") ||
         (is_kind(object, "index") && strcmp(command->tag, "REINDEX") == 0);
}

void diff_storage(const ObjectImage& before, const ObjectImage& after, const Command* command,
                  Operations& operations) {
  if (!may_be_rewritten(after, command)) return;
  auto* old = before.row.as<FormData_pg_class>();
  auto* now = after.row.as<FormData_pg_class>();
  if (old->relfilenode != now->relfilenode && old->reltablespace == now->reltablespace)
    put_bare(operations, kAlter, "rewrite");
}

bool diff_satellites(const ObjectImage& before, const ObjectImage& after, Operations& operations) {
  const Parts& old_ones = parts_of(before, Sort::kSatellite);
  bool is_opaque = false;
  for (const Part& satellite : parts_of(after, Sort::kSatellite))
    if (const Part* old = find_part(old_ones, satellite))
      is_opaque |= diff_properties(old->row, satellite.row, {}, operations);
  return is_opaque;
}

Row toast_row(const ObjectImage& object) {
  if (object.key.class_id != RelationRelationId) return {};
  Oid toast = object.row.as<FormData_pg_class>()->reltoastrelid;
  if (!OidIsValid(toast)) return {};
  return find_object({RelationRelationId, ClassOidIndexId}, toast, object.snapshot);
}

// Its storage options stand at the TOAST table, which has no rows of its own in the log.
void diff_toast(const ObjectImage& before, const ObjectImage& after, Operations& operations) {
  const Row old = toast_row(before);
  const Row now = toast_row(after);
  if (old && now && !same_value(old, now, Anum_pg_class_reloptions))
    put_property(operations, "toast.reloptions", property_text(old, Anum_pg_class_reloptions),
                 property_text(now, Anum_pg_class_reloptions));
}

// The rows of the object itself and of what comes once with it.
void diff_rows(const ObjectImage& before, const ObjectImage& after, Operations& operations) {
  bool is_opaque = diff_properties(before.row, after.row, {}, operations);
  is_opaque |= diff_satellites(before, after, operations);
  if (is_opaque) put_bare(operations, kAlter, "alter_definition");
}

void diff_comment(const ObjectImage& before, const ObjectImage& after, const Command* command,
                  Operations& operations) {
  if (!is_comment(command)) return;
  const char* from = find_comment(before.key.class_id, before.key.object_id, 0, before.snapshot);
  const char* to = find_comment(after.key.class_id, after.key.object_id, 0, after.snapshot);
  if (!same_text(from, to)) put_change(operations, kComment, "comment", from, to);
}

// Constraints, rules and triggers are looked at where hooks or event triggers named one.
void diff_object(const ObjectImage& before, const ObjectImage& after, const DirtySet& dirty,
                 const Command* command, Operations& operations) {
  diff_names(before, after, operations);
  diff_owner(before, after, operations);
  diff_kind(before, after, operations);
  bool has_touched_rules = dirty.touches(after.key, RewriteRelationId);
  if (has_touched_rules) diff_query(before, after, operations);
  diff_columns(before, after, command, operations);
  if (dirty.touches(after.key, ConstraintRelationId))
    diff_constraints(before, after, command, operations);
  diff_labels(before, after, operations);
  if (command->traits.may_change_parents)
    diff_members(before, after, Sort::kParent, command, operations);
  if (has_touched_rules) diff_members(before, after, Sort::kRule, command, operations);
  if (dirty.touches(after.key, TriggerRelationId))
    diff_members(before, after, Sort::kTrigger, command, operations);
  diff_members(before, after, Sort::kMember, command, operations);
  diff_rows(before, after, operations);
  diff_storage(before, after, command, operations);
  if (command->traits.may_change_options) diff_toast(before, after, operations);
  if (command->traits.may_change_dependencies || dirty.touches(after.key, ConstraintRelationId))
    diff_dependencies(before, after, operations);
  diff_comment(before, after, command, operations);
  diff_security_labels(before, after, command, operations);
  diff_acl(before, after, operations);
}

const char* if_different(const char* before, const char* after) {
  return same_text(before, after) ? nullptr : before;
}

const char* qualified(const ObjectImage& object) {
  if (object.name == nullptr) return nullptr;
  return object.schema == nullptr ? quote_identifier(object.name)
                                  : quote_qualified_identifier(object.schema, object.name);
}

Change make_change(const ObjectImage& last, const ObjectImage* before, Action action,
                   Datum details) {
  Change change = {};
  change.key = last.key;
  change.action = action;
  change.kind = last.kind;
  change.schema = last.schema;
  change.name = last.name;
  if (before != nullptr) {
    change.previous_schema = if_different(before->schema, last.schema);
    change.previous_name = if_different(before->name, last.name);
  }
  change.identity = qualified(last);
  change.details = details;
  return change;
}

Change bare_change(const ObjectImage& object, Action action, const char* op) {
  return make_change(object, nullptr, action, bare_operation(action, op));
}

void add_difference(Changes& changes, const ObjectImage& before, const ObjectImage& after,
                    const DirtySet& dirty, const Command* command) {
  Operations operations = no_operations();
  diff_object(before, after, dirty, command, operations);
  if (operations.is_empty()) return;
  changes.push(make_change(after, &before, operations.first_action(), finish(operations)));
}

}  // namespace

Change altered_definition(const ObjectImage& object) {
  return bare_change(object, kAlter, "alter_definition");
}

Changes diff(const Image& before, const Image& after, const DirtySet& dirty,
             const Command* command) {
  Changes changes = {};
  for (const ObjectImage& old : before.objects)
    if (after.find(old.key) == nullptr) changes.push(bare_change(old, kDrop, "drop"));
  for (const ObjectImage& now : after.objects) {
    const ObjectImage* old = before.find(now.key);
    if (old == nullptr) {
      changes.push(bare_change(now, kCreate, "create"));
    } else {
      add_difference(changes, *old, now, dirty, command);
    }
  }
  return changes;
}

}  // namespace ddltrail
