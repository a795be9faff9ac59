#include "last_words.h"

#include "internal_scope.h"
#include "policy.h"

namespace ddltrail {

namespace {

void keep(Command* command, ObjectKey owner, int16 column, const char* text) {
  MemoryContext old = MemoryContextSwitchTo(command->context);
  command->last_words.push({owner, column, pstrdup(text)});
  MemoryContextSwitchTo(old);
}

void keep_default(Command* command, HeapTuple tuple, Relation catalog) {
  auto* form = reinterpret_cast<Form_pg_attrdef>(GETSTRUCT(tuple));
  bool is_null;
  Datum tree = heap_getattr(tuple, Anum_pg_attrdef_adbin, RelationGetDescr(catalog), &is_null);
  if (is_null) return;
  Datum printed = DirectFunctionCall2(pg_get_expr, tree, ObjectIdGetDatum(form->adrelid));
  keep(command, {RelationRelationId, form->adrelid}, form->adnum, TextDatumGetCString(printed));
}

void print_default(Command* command, Oid id) {
  Relation catalog = table_open(AttrDefaultRelationId, AccessShareLock);
  ScanKeyData by_oid;
  ScanKeyInit(&by_oid, Anum_pg_attrdef_oid, BTEqualStrategyNumber, F_OIDEQ, ObjectIdGetDatum(id));
  SysScanDesc scan = systable_beginscan(catalog, AttrDefaultOidIndexId, true, nullptr, 1, &by_oid);
  HeapTuple tuple = systable_getnext(scan);
  if (HeapTupleIsValid(tuple)) keep_default(command, tuple, catalog);
  systable_endscan(scan);
  table_close(catalog, AccessShareLock);
}

const char* find(const Command* command, ObjectKey owner, int16 column);

void print_constraint(Command* command, Oid id) {
  if (find(command, {ConstraintRelationId, id}, 0) != nullptr) return;
  Datum printed = DirectFunctionCall1(pg_get_constraintdef, ObjectIdGetDatum(id));
  keep(command, {ConstraintRelationId, id}, 0, TextDatumGetCString(printed));
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
