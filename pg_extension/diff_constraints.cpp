#include "diff_constraints.h"

#include "constraint.h"
#include "last_words.h"
#include "parts.h"
#include "property.h"
#include "server_text.h"

namespace ddltrail {

namespace {

const FormData_pg_constraint* form(const Part& constraint) {
  return constraint.row.as<FormData_pg_constraint>();
}

const char* definition(const Part& constraint) {
  return server_text(pg_get_constraintdef, form(constraint)->oid);
}

// The server prints these at the end, in this order.
const char* flags_text(const Part& constraint) {
  auto* row = form(constraint);
  return psprintf("%s%s%s", row->condeferrable ? " DEFERRABLE" : "",
                  row->condeferred ? " INITIALLY DEFERRED" : "",
                  row->convalidated ? "" : " NOT VALID");
}

// The old definition of a constraint of which only flags changed: the new one with the old flags.
const char* definition_with_flags_of(const Part& before, const Part& after) {
  const char* now = definition(after);
  if (now == nullptr) return nullptr;
  int bare_length = strlen(now) - strlen(flags_text(after));
  return psprintf("%.*s%s", bare_length, now, flags_text(before));
}

bool same_flags(const Part& before, const Part& after) {
  return form(before)->condeferrable == form(after)->condeferrable &&
         form(before)->condeferred == form(after)->condeferred &&
         form(before)->convalidated == form(after)->convalidated;
}

const char* name_of_column(const Parts& columns, int16 number) {
  for (const Part& column : columns)
    if (column.id == number) return column.name();
  return nullptr;
}

// Null stands for an expression.
Vec<const char*> column_names(const ObjectImage& object, const Part& constraint) {
  const Parts& columns = parts_of(object, Sort::kColumn);
  Vec<const char*> names = {};
  for (int16 number :
       column_numbers(constraint.row.tuple, constraint.row.shape, Anum_pg_constraint_conkey))
    names.push(name_of_column(columns, number));
  return names;
}

void begin_constraint(Operations& operations, const char* op, const Part& constraint) {
  begin_operation(operations, kAlter, op);
  put_text(operations, "constraint", constraint.name());
  put_text(operations, "kind", constraint_kind(form(constraint)->contype));
}

void put_constraint(Operations& operations, const char* op, const ObjectImage& object,
                    const Part& constraint, const char* definition_text) {
  begin_constraint(operations, op, constraint);
  Vec<const char*> columns = column_names(object, constraint);
  put_texts(operations, "columns", &columns);
  if (definition_text != nullptr) put_text(operations, "definition", definition_text);
  end_operation(operations);
}

void put_altered(Operations& operations, const Part& constraint, const char* from, const char* to) {
  begin_constraint(operations, "alter_constraint", constraint);
  put_text(operations, "from", from);
  put_text(operations, "to", to);
  end_operation(operations);
}

// Both states of the object that the constraints belong to.
struct Diff {
  const ObjectImage& before;
  const ObjectImage& after;
  const Command* command;
  Operations& operations;

  void comments(const Part& old, const Part& now) {
    const char* from = find_comment(ConstraintRelationId, form(old)->oid, 0, before.snapshot);
    const char* to = find_comment(ConstraintRelationId, form(now)->oid, 0, after.snapshot);
    put_comment(operations, "constraint", now.name(), from, to);
  }

  void same(const Part& old, const Part& now) {
    if (!same_value(old.row, now.row, Anum_pg_constraint_conname))
      put_change(operations, kAlter, "rename_constraint", old.name(), now.name());
    if (!same_flags(old, now))
      put_altered(operations, now, definition_with_flags_of(old, now), definition(now));
    if (is_comment(command)) comments(old, now);
  }

  void remade(const Part& old, const Part& now) {
    const char* from = dropped_constraint(command, form(old)->oid);
    const char* to = definition(now);
    if (!same_text(from, to)) put_altered(operations, now, from, to);
    comments(old, now);
  }

  void dropped(const Part& old) {
    put_constraint(operations, "drop_constraint", before, old,
                   dropped_constraint(command, form(old)->oid));
  }

  void added(const Part& now) {
    put_constraint(operations, "add_constraint", after, now, definition(now));
  }
};

// ALTER COLUMN TYPE makes constraints anew under their old names.
const Part* find_namesake(const Part& constraint, const Parts& among, const Parts& without) {
  for (const Part& other : among)
    if (strcmp(other.name(), constraint.name()) == 0 && find_part(without, other) == nullptr)
      return &other;
  return nullptr;
}

}  // namespace

void diff_constraints(const ObjectImage& before, const ObjectImage& after, const Command* command,
                      Operations& operations) {
  const Parts& old_ones = parts_of(before, Sort::kConstraint);
  const Parts& new_ones = parts_of(after, Sort::kConstraint);
  Diff diff = {before, after, command, operations};
  for (const Part& old : old_ones)
    if (find_part(new_ones, old) == nullptr && find_namesake(old, new_ones, old_ones) == nullptr)
      diff.dropped(old);
  for (const Part& constraint : new_ones) {
    const Part* old = find_part(old_ones, constraint);
    const Part* namesake = old == nullptr ? find_namesake(constraint, old_ones, new_ones) : nullptr;
    if (old != nullptr) {
      diff.same(*old, constraint);
    } else if (namesake != nullptr) {
      diff.remade(*namesake, constraint);
    } else {
      diff.added(constraint);
    }
  }
}

}  // namespace ddltrail
