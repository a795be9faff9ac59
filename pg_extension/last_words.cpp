#include "last_words.h"

#include "catalog.h"
#include "internal_scope.h"
#include "policy.h"
#include "server_text.h"

namespace ddltrail {

namespace {

// No text: under an older snapshot the server does not print what others made since.
void keep(Command* command, ObjectKey owner, int16 column, const char* text) {
  if (text == nullptr) return;
  MemoryContext old = MemoryContextSwitchTo(command->context);
  command->last_words.push({owner, column, pstrdup(text)});
  MemoryContextSwitchTo(old);
}

void print_default(Command* command, Oid id) {
  Row row = find_row({AttrDefaultRelationId, AttrDefaultOidIndexId}, {{Anum_pg_attrdef_oid, id}},
                     kLatest);
  if (!row) return;
  auto* form = row.as<FormData_pg_attrdef>();
  bool is_null;
  Datum tree = row.get(Anum_pg_attrdef_adbin, &is_null);
  keep(command, {RelationRelationId, form->adrelid}, form->adnum,
       expression_text(tree, form->adrelid));
}

const char* find(const Command* command, ObjectKey owner, int16 column);

void print_constraint(Command* command, Oid id) {
  if (find(command, {ConstraintRelationId, id}, 0) != nullptr) return;
  keep(command, {ConstraintRelationId, id}, 0, server_text(pg_get_constraintdef, id));
}

// The index behind a key goes before the key, which cannot be printed without it.
void print_constraint_of_index(Command* command, Oid id) {
  Oid constraint = get_index_constraint(id);
  if (OidIsValid(constraint)) print_constraint(command, constraint);
}

bool is_index(ObjectKey key) {
  if (key.class_id != RelationRelationId) return false;
  char kind = get_rel_relkind(key.object_id);
  return kind == RELKIND_INDEX || kind == RELKIND_PARTITIONED_INDEX;
}

void print(Command* command, ObjectKey key) {
  if (key.class_id == AttrDefaultRelationId) {
    print_default(command, key.object_id);
  } else if (key.class_id == ConstraintRelationId) {
    print_constraint(command, key.object_id);
  } else {
    print_constraint_of_index(command, key.object_id);
  }
}

const char* find(const Command* command, ObjectKey owner, int16 column) {
  for (const LastWords& words : command->last_words) {
    if (words.owner == owner && words.column == column) return words.text;
  }
  return nullptr;
}

}  // namespace

void keep_last_words(Command* command, ObjectKey key) {
  bool has_words = key.class_id == AttrDefaultRelationId || key.class_id == ConstraintRelationId ||
                   is_index(key);
  if (!has_words) return;
  under_policy([&] { internally([&] { print(command, key); }); });
}

const char* dropped_default(const Command* command, ObjectKey table, int16 column) {
  return find(command, table, column);
}

const char* dropped_constraint(const Command* command, Oid constraint) {
  return find(command, {ConstraintRelationId, constraint}, 0);
}

}  // namespace ddltrail
