#include "defined_relation.h"

#include "catalog.h"
#include "catalog_scan.h"
#include "command.h"
#include "left_out.h"

namespace ddltrail {

namespace {

bool is_new(Oid relation) {
  const Command* command = current_command();
  const Touch* touch =
      command == nullptr ? nullptr : find_touch(command, {RelationRelationId, relation});
  return touch != nullptr && is_created(touch);
}

// What CREATE TABLE has just made has none: they need not be looked for.
bool is_without_comments(Oid relation) {
  return is_new(relation) && !current_command()->traits.makes_comments;
}

// The server has the columns at hand that it has just made.
bool is_at_hand(Oid relation) {
  return is_new(relation) ||
         (current_command() != nullptr && current_command()->traits.only_adds_columns);
}

void keep(const FormData_pg_attribute* form, const DefinedRelation& relation) {
  if (relation.has_column(form->attnum))
    memcpy(&relation.attributes[form->attnum - 1], form, ATTRIBUTE_FIXED_PART_SIZE);
}

}  // namespace

const char* DefinedRelation::column_name(AttrNumber number) const {
  if (number < 0) return NameStr(SystemAttributeDefinition(number)->attname);
  return has_column(number) ? NameStr(attributes[number - 1].attname) : nullptr;
}

bool find_relation(Oid oid, const char* kinds, Snapshot snapshot, DefinedRelation* relation) {
  HeapTuple tuple = is_new(oid) ? find_new_relation(oid).tuple
                                : SearchSysCacheCopy1(RELOID, ObjectIdGetDatum(oid));
  if (!HeapTupleIsValid(tuple)) return false;
  auto* form = reinterpret_cast<Form_pg_class>(GETSTRUCT(tuple));
  *relation = {oid, form, get_namespace_name(form->relnamespace), snapshot, nullptr, nullptr};
  return relation->is_one_of(kinds) && form->relpersistence != RELPERSISTENCE_TEMP &&
         !is_left_out(RelationRelationId, oid, relation->schema);
}

void read_attributes(DefinedRelation* relation) {
  relation->attributes = static_cast<FormData_pg_attribute*>(
      palloc0(sizeof(FormData_pg_attribute) * (relation->form->relnatts + 1)));
  Rows rows = is_at_hand(relation->oid) ? find_new_columns(relation->oid, 0)
                                        : find_columns(relation->oid, relation->snapshot);
  for (const Row& row : rows) keep(row.as<FormData_pg_attribute>(), *relation);
}

const char* comment_beside(Oid relation, Oid class_id, Oid object_id) {
  return is_without_comments(relation) ? nullptr : GetComment(object_id, class_id, 0);
}

void read_comments(DefinedRelation* relation) {
  relation->comments =
      static_cast<const char**>(palloc0(sizeof(const char*) * (relation->form->relnatts + 1)));
  if (is_without_comments(relation->oid)) return;
  ScanKeyData keys[] = {with_oid(Anum_pg_description_objoid, relation->oid),
                        with_oid(Anum_pg_description_classoid, RelationRelationId)};
  auto keep = [&](HeapTuple tuple, TupleDesc columns) {
    int number = reinterpret_cast<Form_pg_description>(GETSTRUCT(tuple))->objsubid;
    bool is_null;
    Datum comment = heap_getattr(tuple, Anum_pg_description_description, columns, &is_null);
    if (number == 0 || relation->has_column(number))
      relation->comments[number] = TextDatumGetCString(comment);
    return true;
  };
  scan_catalog(DescriptionRelationId, DescriptionObjIndexId, relation->snapshot, keys, keep);
}

}  // namespace ddltrail
