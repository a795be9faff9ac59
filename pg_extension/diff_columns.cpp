#include "diff_columns.h"

#include "last_words.h"
#include "parts.h"

namespace ddltrail {

namespace {

enum ColumnFlag { kNotNull, kIdentity, kGenerated };

const char* type_text(const Fact& column) {
  Oid type = strtoul(column.kind, nullptr, 10);
  int32 modifier = strtol(column.owner, nullptr, 10);
  return format_type_extended(type, modifier,
                              FORMAT_TYPE_TYPEMOD_GIVEN | FORMAT_TYPE_ALLOW_INVALID);
}

const char* expression_text(const Fact& column) {
  if (column.tree == nullptr) return nullptr;
  Datum printed = DirectFunctionCall2(pg_get_expr, CStringGetTextDatum(column.tree),
                                      ObjectIdGetDatum(column.key.object_id));
  return TextDatumGetCString(printed);
}

const char* identity_text(const Fact& column) {
  switch (column.flags[kIdentity]) {
    case 'a':
      return "always";
    case 'd':
      return "by default";
    default:
      return nullptr;
  }
}

void begin_column(Operations& operations, Action action, const char* op, const Fact& column) {
  begin_operation(operations, action, op);
  put_text(operations, "column", column.name);
}

void put_column_change(Operations& operations, Action action, const char* op, const Fact& column,
                       const char* from, const char* to) {
  begin_column(operations, action, op, column);
  put_text(operations, "from", from);
  put_text(operations, "to", to);
  end_operation(operations);
}

void put_column(Operations& operations, Action action, const char* op, const Fact& column) {
  begin_column(operations, action, op, column);
  end_operation(operations);
}

void add_column(Operations& operations, const Fact& column) {
  begin_column(operations, kAlter, "add_column", column);
  put_text(operations, "type", type_text(column));
  end_operation(operations);
}

void diff_type(const Fact& before, const Fact& after, Operations& operations) {
  if (same_text(before.kind, after.kind) && same_text(before.owner, after.owner)) return;
  put_column_change(operations, kAlter, "alter_column_type", after, type_text(before),
                    type_text(after));
}

void diff_not_null(const Fact& before, const Fact& after, Operations& operations) {
  if (before.flags[kNotNull] == after.flags[kNotNull]) return;
  bool is_set = after.flags[kNotNull] == 'n';
  put_column(operations, kAlter, is_set ? "set_not_null" : "drop_not_null", after);
}

// An expression is a default or, in a generated column, the generation expression.
void diff_expression(const Fact& before, const Fact& after, const Command* command,
                     Operations& operations) {
  bool was_generated = before.flags[kGenerated] != ' ';
  bool is_generated = after.flags[kGenerated] != ' ';
  if (same_text(before.body, after.body) && was_generated == is_generated) return;
  const char* from = before.tree == nullptr
                         ? nullptr
                         : dropped_default(command, before.key, static_cast<int16>(before.sub_id));
  const char* to = expression_text(after);
  if (was_generated == is_generated) {
    // ALTER COLUMN TYPE makes the expression anew, often the same.
    if (same_text(from, to)) return;
    put_column_change(operations, kAlter,
                      is_generated ? "alter_column_generated" : "alter_column_default", after, from,
                      to);
    return;
  }
  put_column_change(operations, kAlter, "alter_column_generated", after,
                    was_generated ? from : nullptr, is_generated ? to : nullptr);
}

void diff_identity(const Fact& before, const Fact& after, Operations& operations) {
  if (before.flags[kIdentity] == after.flags[kIdentity]) return;
  put_column_change(operations, kAlter, "alter_column_identity", after, identity_text(before),
                    identity_text(after));
}

void diff_acl(const Fact& before, const Fact& after, Operations& operations) {
  if (same_text(before.acl, after.acl)) return;
  begin_column(operations, kGrant, "grant", after);
  put_json(operations, "from", before.acl);
  put_json(operations, "to", after.acl);
  end_operation(operations);
}

// Collation and storage follow the type: where the type changed they are no change of their own.
bool changed_otherwise(const Fact& before, const Fact& after) {
  return same_text(before.kind, after.kind) && !same_text(before.rest, after.rest);
}

bool diff_column(const Fact& before, const Fact& after, const Command* command,
                 Operations& operations) {
  if (!same_text(before.name, after.name))
    put_change(operations, kAlter, "rename_column", before.name, after.name);
  diff_type(before, after, operations);
  diff_not_null(before, after, operations);
  diff_expression(before, after, command, operations);
  diff_identity(before, after, operations);
  if (!same_text(before.comment, after.comment))
    put_column_change(operations, kComment, "comment_column", after, before.comment, after.comment);
  diff_acl(before, after, operations);
  return changed_otherwise(before, after);
}

}  // namespace

bool diff_columns(const ObjectImage& before, const ObjectImage& after, const Command* command,
                  Operations& operations) {
  Parts old_columns = parts_of(before, Fact::kColumn);
  Parts new_columns = parts_of(after, Fact::kColumn);
  bool is_changed_otherwise = false;
  for (const Fact& column : old_columns)
    if (new_columns.find(column.sub_id) == nullptr)
      put_column(operations, kAlter, "drop_column", column);
  for (const Fact& column : new_columns) {
    const Fact* old = old_columns.find(column.sub_id);
    if (old == nullptr) {
      add_column(operations, column);
    } else {
      is_changed_otherwise |= diff_column(*old, column, command, operations);
    }
  }
  return is_changed_otherwise;
}

}  // namespace ddltrail
