#include "diff_columns.h"

#include "last_words.h"
#include "parts.h"
#include "property.h"
#include "server_text.h"

namespace ddltrail {

namespace {

const FormData_pg_attribute* form(const Part& column) {
  return column.row.as<FormData_pg_attribute>();
}

const char* type_text(const Part& column) {
  return format_type_extended(form(column)->atttypid, form(column)->atttypmod,
                              FORMAT_TYPE_TYPEMOD_GIVEN | FORMAT_TYPE_ALLOW_INVALID);
}

const char* new_expression_text(const Part& column) {
  if (!column.expression) return nullptr;
  bool is_null;
  Datum tree = column.expression.get(Anum_pg_attrdef_adbin, &is_null);
  return expression_text(tree, form(column)->attrelid);
}

const char* old_expression_text(const Part& column, const Command* command) {
  if (!column.expression) return nullptr;
  return dropped_default(command, {RelationRelationId, form(column)->attrelid},
                         form(column)->attnum);
}

const char* identity_text(const Part& column) {
  switch (form(column)->attidentity) {
    case ATTRIBUTE_IDENTITY_ALWAYS:
      return "always";
    case ATTRIBUTE_IDENTITY_BY_DEFAULT:
      return "by default";
    default:
      return nullptr;
  }
}

void begin_column(Operations& operations, Action action, const char* op, const Part& column) {
  begin_operation(operations, action, op);
  put_text(operations, "column", column.name());
}

void put_column_change(Operations& operations, Action action, const char* op, const Part& column,
                       const char* from, const char* to) {
  begin_column(operations, action, op, column);
  put_text(operations, "from", from);
  put_text(operations, "to", to);
  end_operation(operations);
}

void put_column(Operations& operations, Action action, const char* op, const Part& column) {
  begin_column(operations, action, op, column);
  end_operation(operations);
}

void add_column(Operations& operations, const Part& column) {
  begin_column(operations, kAlter, "add_column", column);
  put_text(operations, "type", type_text(column));
  end_operation(operations);
}

bool same_type(const Part& before, const Part& after) {
  return form(before)->atttypid == form(after)->atttypid &&
         form(before)->atttypmod == form(after)->atttypmod;
}

void diff_name(const Part& before, const Part& after, Operations& operations) {
  if (!same_value(before.row, after.row, Anum_pg_attribute_attname))
    put_change(operations, kAlter, "rename_column", before.name(), after.name());
}

void diff_type(const Part& before, const Part& after, Operations& operations) {
  if (same_type(before, after)) return;
  put_column_change(operations, kAlter, "alter_column_type", after, type_text(before),
                    type_text(after));
}

void diff_not_null(const Part& before, const Part& after, Operations& operations) {
  if (form(before)->attnotnull == form(after)->attnotnull) return;
  put_column(operations, kAlter, form(after)->attnotnull ? "set_not_null" : "drop_not_null", after);
}

bool same_expression(const Part& before, const Part& after) {
  if (!before.expression || !after.expression) return !before.expression == !after.expression;
  return same_value(before.expression, after.expression, Anum_pg_attrdef_adbin);
}

// An expression is a default or, in a generated column, the generation expression.
void diff_expression(const Part& before, const Part& after, const Command* command,
                     Operations& operations) {
  bool was_generated = form(before)->attgenerated != '\0';
  bool is_generated = form(after)->attgenerated != '\0';
  if (same_expression(before, after) && was_generated == is_generated) return;
  const char* from = old_expression_text(before, command);
  const char* to = new_expression_text(after);
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

void diff_identity(const Part& before, const Part& after, Operations& operations) {
  if (form(before)->attidentity == form(after)->attidentity) return;
  put_column_change(operations, kAlter, "alter_column_identity", after, identity_text(before),
                    identity_text(after));
}

void diff_acl(const Part& before, const Part& after, Operations& operations) {
  if (same_value(before.row, after.row, Anum_pg_attribute_attacl)) return;
  begin_column(operations, kGrant, "grant", after);
  put_acl_change(operations, before.row, after.row, Anum_pg_attribute_attacl);
  end_operation(operations);
}

const char* comment_of(const ObjectImage& object, const Part& column) {
  return find_comment(RelationRelationId, form(column)->attrelid, form(column)->attnum,
                      object.snapshot);
}

// Collation, storage and compression follow the type: where it changed they are no change of their
// own.
void diff_other(const Part& before, const Part& after, Operations& operations) {
  if (same_type(before, after))
    diff_properties(before.row, after.row, {"column", after.name()}, operations);
}

bool is_same(const Part& before, const Part& after) {
  if (!is_same_version(before.row, after.row)) return false;
  if (!before.expression || !after.expression) return !before.expression == !after.expression;
  return is_same_version(before.expression, after.expression);
}

void diff_column(const Part& before, const Part& after, const Command* command,
                 Operations& operations) {
  if (is_same(before, after)) return;
  diff_name(before, after, operations);
  if (command->traits.renames_column != nullptr) return;
  diff_type(before, after, operations);
  diff_not_null(before, after, operations);
  diff_expression(before, after, command, operations);
  diff_identity(before, after, operations);
  diff_other(before, after, operations);
  diff_acl(before, after, operations);
}

void diff_comments(const ObjectImage& before, const ObjectImage& after, const Parts& columns,
                   Operations& operations) {
  for (const Part& column : columns) {
    const char* from = comment_of(before, column);
    const char* to = comment_of(after, column);
    if (!same_text(from, to))
      put_column_change(operations, kComment, "comment_column", column, from, to);
  }
}

}  // namespace

void diff_columns(const ObjectImage& before, const ObjectImage& after, const Command* command,
                  Operations& operations) {
  read_columns(before, after, command);
  const Parts& old_columns = parts_of(before, Sort::kColumn);
  const Parts& new_columns = parts_of(after, Sort::kColumn);
  for (const Part& column : old_columns)
    if (find_part(new_columns, column) == nullptr)
      put_column(operations, kAlter, "drop_column", column);
  for (const Part& column : new_columns) {
    const Part* old = find_part(old_columns, column);
    if (old == nullptr) {
      add_column(operations, column);
    } else {
      diff_column(*old, column, command, operations);
    }
  }
  if (is_comment(command)) diff_comments(before, after, new_columns, operations);
}

}  // namespace ddltrail
