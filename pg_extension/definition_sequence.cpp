#include "definition_sequence.h"

#include "defined_relation.h"
#include "server_text.h"

namespace ddltrail {

namespace {

// The column that a sequence goes away with.
struct Holder {
  Oid table;
  int32 column;
  bool is_identity;
};

Holder read_holder(Oid sequence) {
  Holder holder = {};
  holder.is_identity =
      sequenceIsOwned(sequence, DEPENDENCY_INTERNAL, &holder.table, &holder.column);
  if (!holder.is_identity)
    sequenceIsOwned(sequence, DEPENDENCY_AUTO, &holder.table, &holder.column);
  return holder;
}

void put_holder(JsonbBuilder& json, const Holder& holder) {
  bool is_held = OidIsValid(holder.table);
  json.boolean("is_identity", holder.is_identity);
  json.text("table_schema",
            is_held ? get_namespace_name(get_rel_namespace(holder.table)) : nullptr);
  json.text("table_name", is_held ? get_rel_name(holder.table) : nullptr);
  json.text("column_name", is_held ? get_attname(holder.table, holder.column, false) : nullptr);
}

void put_numbers(JsonbBuilder& json, const FormData_pg_sequence& form) {
  json.text("data_type", format_type_be(form.seqtypid));
  json.number("start_value", form.seqstart);
  json.number("min_value", form.seqmin);
  json.number("max_value", form.seqmax);
  json.number("increment", form.seqincrement);
  json.number("cache_size", form.seqcache);
  json.boolean("is_cyclic", form.seqcycle);
}

void put_row(JsonbBuilder& json, const DefinedRelation& relation,
             const FormData_pg_sequence& form) {
  json.begin_object();
  json.text("schema_name", relation.schema);
  json.text("sequence_name", relation.name());
  json.number("object_id", relation.oid);
  put_numbers(json, form);
  put_holder(json, read_holder(relation.oid));
  json.text("owner", owner_text(relation.form->relowner));
  json.text("comment", GetComment(relation.oid, RelationRelationId, 0));
  bool is_unlogged = relation.form->relpersistence == RELPERSISTENCE_UNLOGGED;
  json.text("persistence", is_unlogged ? "unlogged" : nullptr);
  json.end_object();
}

}  // namespace

bool put_sequence(JsonbBuilder& json, Oid sequence, Snapshot snapshot) {
  DefinedRelation relation;
  HeapTuple tuple = SearchSysCacheCopy1(SEQRELID, ObjectIdGetDatum(sequence));
  if (!HeapTupleIsValid(tuple) || !find_relation(sequence, "S", snapshot, &relation)) return false;
  json.begin_array("sequences");
  put_row(json, relation, *reinterpret_cast<Form_pg_sequence>(GETSTRUCT(tuple)));
  json.end_array();
  return true;
}

}  // namespace ddltrail
