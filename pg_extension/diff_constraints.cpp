#include "diff_constraints.h"

#include "last_words.h"
#include "parts.h"

namespace ddltrail {

namespace {

enum ConstraintFlag { kValidated, kDeferrable, kDeferred };

const char* kind_name(const Fact& constraint) {
  switch (*constraint.kind) {
    case 'p':
      return "primary key";
    case 'u':
      return "unique";
    case 'f':
      return "foreign key";
    case 'c':
      return "check";
    default:
      return "exclusion";
  }
}

const char* definition(const Fact& constraint) {
  Datum printed = DirectFunctionCall1(pg_get_constraintdef, ObjectIdGetDatum(constraint.sub_id));
  return TextDatumGetCString(printed);
}

// The server prints these at the end, in this order.
const char* flags_text(const Fact& constraint) {
  return psprintf("%s%s%s", constraint.flags[kDeferrable] == 'd' ? " DEFERRABLE" : "",
                  constraint.flags[kDeferred] == 'i' ? " INITIALLY DEFERRED" : "",
                  constraint.flags[kValidated] == 'v' ? "" : " NOT VALID");
}

// The old definition of a constraint of which only flags changed: the new one with the old flags.
const char* definition_with_flags_of(const Fact& before, const Fact& after) {
  const char* now = definition(after);
  int bare_length = strlen(now) - strlen(flags_text(after));
  return psprintf("%.*s%s", bare_length, now, flags_text(before));
}

void begin_constraint(Operations& operations, const char* op, const Fact& constraint) {
  begin_operation(operations, kAlter, op);
  put_text(operations, "constraint", constraint.name);
  put_text(operations, "kind", kind_name(constraint));
}

void put_constraint(Operations& operations, const char* op, const Fact& constraint,
                    const char* definition_text) {
  begin_constraint(operations, op, constraint);
  put_json(operations, "columns", constraint.columns);
  if (definition_text != nullptr) put_text(operations, "definition", definition_text);
  end_operation(operations);
}

void put_altered(Operations& operations, const Fact& constraint, const char* from, const char* to) {
  begin_constraint(operations, "alter_constraint", constraint);
  put_text(operations, "from", from);
  put_text(operations, "to", to);
  end_operation(operations);
}

void diff_comment(const Fact& before, const Fact& after, Operations& operations) {
  if (same_text(before.comment, after.comment)) return;
  begin_operation(operations, kComment, "comment");
  put_text(operations, "constraint", after.name);
  put_text(operations, "from", before.comment);
  put_text(operations, "to", after.comment);
  end_operation(operations);
}

void diff_constraint(const Fact& before, const Fact& after, Operations& operations) {
  if (!same_text(before.name, after.name))
    put_change(operations, kAlter, "rename_constraint", before.name, after.name);
  if (!same_text(before.flags, after.flags))
    put_altered(operations, after, definition_with_flags_of(before, after), definition(after));
  diff_comment(before, after, operations);
}

// ALTER COLUMN TYPE makes constraints anew under their old names.
const Fact* find_namesake(const Fact& constraint, Parts among, Parts without) {
  for (const Fact& other : among)
    if (strcmp(other.name, constraint.name) == 0 && without.find(other.sub_id) == nullptr)
      return &other;
  return nullptr;
}

void diff_remade(const Fact& before, const Fact& after, const Command* command,
                 Operations& operations) {
  const char* from = dropped_constraint(command, before.sub_id);
  const char* to = definition(after);
  if (!same_text(from, to)) put_altered(operations, after, from, to);
  diff_comment(before, after, operations);
}

}  // namespace

void diff_constraints(const ObjectImage& before, const ObjectImage& after, const Command* command,
                      Operations& operations) {
  Parts old_ones = parts_of(before, Fact::kConstraint);
  Parts new_ones = parts_of(after, Fact::kConstraint);
  for (const Fact& old : old_ones) {
    if (new_ones.find(old.sub_id) != nullptr || find_namesake(old, new_ones, old_ones) != nullptr)
      continue;
    put_constraint(operations, "drop_constraint", old, dropped_constraint(command, old.sub_id));
  }
  for (const Fact& constraint : new_ones) {
    const Fact* old = old_ones.find(constraint.sub_id);
    const Fact* namesake = find_namesake(constraint, old_ones, new_ones);
    if (old != nullptr) {
      diff_constraint(*old, constraint, operations);
    } else if (namesake != nullptr) {
      diff_remade(*namesake, constraint, command, operations);
    } else {
      put_constraint(operations, "add_constraint", constraint, definition(constraint));
    }
  }
}

}  // namespace ddltrail
