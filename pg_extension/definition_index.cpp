#include "definition_index.h"

#include "catalog_scan.h"
#include "defined_relation.h"
#include "server_text.h"

namespace ddltrail {

namespace {

bool is_of_constraint(const FormData_pg_index& form, Snapshot snapshot) {
  bool is = false;
  auto look = [&](HeapTuple tuple, TupleDesc) {
    auto* constraint = reinterpret_cast<Form_pg_constraint>(GETSTRUCT(tuple));
    is = constraint->conindid == form.indexrelid &&
         (constraint->contype == CONSTRAINT_PRIMARY || constraint->contype == CONSTRAINT_UNIQUE ||
          constraint->contype == CONSTRAINT_EXCLUSION);
    return !is;
  };
  scan_catalog(ConstraintRelationId, ConstraintRelidTypidNameIndexId, snapshot,
               Anum_pg_constraint_conrelid, form.indrelid, look);
  return is;
}

// Null stands for an expression.
void put_key_columns(JsonbBuilder& json, const FormData_pg_index& form) {
  json.begin_array("columns");
  for (int i = 0; i < form.indnkeyatts; i++) {
    AttrNumber number = form.indkey.values[i];
    json.text(number == 0 ? nullptr : get_attname(form.indrelid, number, true));
  }
  json.end_array();
}

void put_row(JsonbBuilder& json, const DefinedRelation& table, const FormData_pg_class& own,
             HeapTuple tuple) {
  const FormData_pg_index& form = *reinterpret_cast<Form_pg_index>(GETSTRUCT(tuple));
  json.begin_object();
  json.text("method", get_am_name(own.relam));
  put_key_columns(json, form);
  json.text("comment", comment_beside(table.oid, RelationRelationId, own.oid));
  json.boolean("is_valid", form.indisvalid);
  json.boolean("is_unique", form.indisunique);
  json.number("object_id", own.oid);
  json.text("definition", server_text(pg_get_indexdef, own.oid));
  json.text("index_name", NameStr(own.relname));
  json.boolean("is_partial", !heap_attisnull(tuple, Anum_pg_index_indpred, nullptr));
  json.text("table_name", table.name());
  json.text("schema_name", table.schema);
  json.boolean("is_constraint", is_of_constraint(form, table.snapshot));
  json.end_object();
}

}  // namespace

bool put_index(JsonbBuilder& json, Oid index, Snapshot snapshot) {
  HeapTuple tuple = SearchSysCacheCopy1(INDEXRELID, ObjectIdGetDatum(index));
  HeapTuple own = SearchSysCacheCopy1(RELOID, ObjectIdGetDatum(index));
  if (!HeapTupleIsValid(tuple) || !HeapTupleIsValid(own)) return false;
  Oid table = reinterpret_cast<Form_pg_index>(GETSTRUCT(tuple))->indrelid;
  DefinedRelation relation;
  if (!find_relation(table, "rpm", snapshot, &relation)) return false;
  json.begin_array("indexes");
  put_row(json, relation, *reinterpret_cast<Form_pg_class>(GETSTRUCT(own)), tuple);
  json.end_array();
  return true;
}

}  // namespace ddltrail
