#include "definition_constraints.h"

#include <algorithm>

#include "catalog_scan.h"
#include "constraint.h"
#include "server_text.h"

namespace ddltrail {

namespace {

DefinedConstraint read_constraint(HeapTuple tuple, TupleDesc columns) {
  auto* form = reinterpret_cast<Form_pg_constraint>(GETSTRUCT(heap_copytuple(tuple)));
  DefinedConstraint constraint = {};
  constraint.form = form;
  constraint.kind = constraint_kind(form->contype);
  constraint.columns = column_numbers(tuple, columns, Anum_pg_constraint_conkey);
  constraint.referenced_columns = column_numbers(tuple, columns, Anum_pg_constraint_confkey);
  return constraint;
}

bool goes_before(const DefinedConstraint& a, const DefinedConstraint& b) {
  int kinds = strcmp(a.kind, b.kind);
  return kinds < 0 ||
         (kinds == 0 && strcmp(NameStr(a.form->conname), NameStr(b.form->conname)) < 0);
}

void put_names(JsonbBuilder& json, const DefinedRelation& relation, const Vec<int16>& numbers) {
  json.begin_array("columns");
  for (int16 number : numbers) json.text(relation.column_name(number));
  json.end_array();
}

// A key of columns and nothing else.
bool is_plain_key(const FormData_pg_constraint& form) {
  bool is_key = form.contype == CONSTRAINT_PRIMARY || form.contype == CONSTRAINT_UNIQUE;
  if (!is_key || form.condeferrable || !form.convalidated || pg::is_without_overlaps(form))
    return false;
  HeapTuple tuple = SearchSysCache1(INDEXRELID, ObjectIdGetDatum(form.conindid));
  if (!HeapTupleIsValid(tuple)) return false;
  auto* index = reinterpret_cast<Form_pg_index>(GETSTRUCT(tuple));
  bool is_plain = index->indnatts == index->indnkeyatts && !index->indnullsnotdistinct;
  ReleaseSysCache(tuple);
  return is_plain;
}

// Most tables have a plain key, for which the server would look through the catalogs once more.
const char* definition_text(const DefinedRelation& relation, const DefinedConstraint& constraint) {
  const FormData_pg_constraint& form = *constraint.form;
  if (!is_plain_key(form)) return server_text(pg_get_constraintdef, form.oid);
  StringInfoData text;
  initStringInfo(&text);
  appendStringInfoString(&text, form.contype == CONSTRAINT_PRIMARY ? "PRIMARY KEY (" : "UNIQUE (");
  const char* gap = "";
  for (int16 number : constraint.columns) {
    appendStringInfo(&text, "%s%s", gap, quote_identifier(relation.column_name(number)));
    gap = ", ";
  }
  appendStringInfoChar(&text, ')');
  return text.data;
}

void put_constraint(JsonbBuilder& json, const DefinedRelation& relation,
                    const DefinedConstraint& constraint) {
  const FormData_pg_constraint& form = *constraint.form;
  json.begin_object();
  json.text("kind", constraint.kind);
  put_names(json, relation, constraint.columns);
  json.text("comment", comment_beside(relation.oid, ConstraintRelationId, form.oid));
  json.text("definition", definition_text(relation, constraint));
  json.text("table_name", relation.name());
  json.boolean("is_deferred", form.condeferred);
  json.text("schema_name", relation.schema);
  json.boolean("is_validated", form.convalidated);
  json.boolean("is_deferrable", form.condeferrable);
  json.text("constraint_name", NameStr(form.conname));
  json.end_object();
}

const char* action_name(char action) {
  switch (action) {
    case FKCONSTR_ACTION_NOACTION:
      return "no action";
    case FKCONSTR_ACTION_RESTRICT:
      return "restrict";
    case FKCONSTR_ACTION_CASCADE:
      return "cascade";
    case FKCONSTR_ACTION_SETNULL:
      return "set null";
    default:
      return "set default";
  }
}

void put_target_names(JsonbBuilder& json, Oid target, const Vec<int16>& numbers) {
  json.begin_array("referenced_columns");
  for (int16 number : numbers) json.text(get_attname(target, number, false));
  json.end_array();
}

void put_foreign_key(JsonbBuilder& json, const DefinedRelation& relation,
                     const DefinedConstraint& constraint) {
  const FormData_pg_constraint& form = *constraint.form;
  json.begin_object();
  put_names(json, relation, constraint.columns);
  json.text("on_delete", action_name(form.confdeltype));
  json.text("on_update", action_name(form.confupdtype));
  json.text("table_name", relation.name());
  json.text("schema_name", relation.schema);
  json.text("constraint_name", NameStr(form.conname));
  json.text("referenced_table", get_rel_name(form.confrelid));
  json.text("referenced_schema", get_namespace_name(get_rel_namespace(form.confrelid)));
  put_target_names(json, form.confrelid, constraint.referenced_columns);
  json.end_object();
}

}  // namespace

Vec<DefinedConstraint> read_constraints(const DefinedRelation& relation) {
  Vec<DefinedConstraint> constraints = {};
  auto keep = [&](HeapTuple tuple, TupleDesc columns) {
    auto* form = reinterpret_cast<Form_pg_constraint>(GETSTRUCT(tuple));
    if (constraint_kind(form->contype) != nullptr && !is_twin(*form, relation.snapshot))
      constraints.push(read_constraint(tuple, columns));
    return true;
  };
  scan_catalog(ConstraintRelationId, ConstraintRelidTypidNameIndexId, relation.snapshot,
               Anum_pg_constraint_conrelid, relation.oid, keep);
  std::sort(constraints.begin(), constraints.end(), goes_before);
  return constraints;
}

void put_constraints(JsonbBuilder& json, const DefinedRelation& relation,
                     const Vec<DefinedConstraint>& constraints) {
  json.begin_array("constraints");
  for (const DefinedConstraint& constraint : constraints)
    put_constraint(json, relation, constraint);
  json.end_array();
}

void put_foreign_keys(JsonbBuilder& json, const DefinedRelation& relation,
                      const Vec<DefinedConstraint>& constraints) {
  json.begin_array("foreign_keys");
  for (const DefinedConstraint& constraint : constraints)
    if (constraint.form->contype == CONSTRAINT_FOREIGN) put_foreign_key(json, relation, constraint);
  json.end_array();
}

}  // namespace ddltrail
