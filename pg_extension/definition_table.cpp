#include "definition_table.h"

#include "catalog_scan.h"
#include "definition_columns.h"
#include "definition_constraints.h"
#include "relation_kind.h"
#include "server_text.h"

namespace ddltrail {

namespace {

// The first one that it inherits from, or invalid.
Oid read_parent(const DefinedRelation& relation) {
  Oid parent = InvalidOid;
  int first = PG_INT32_MAX;
  auto keep = [&](HeapTuple tuple, TupleDesc) {
    auto* form = reinterpret_cast<Form_pg_inherits>(GETSTRUCT(tuple));
    if (form->inhseqno > first) return true;
    first = form->inhseqno;
    parent = form->inhparent;
    return true;
  };
  scan_catalog(InheritsRelationId, InheritsRelidSeqnoIndexId, relation.snapshot,
               Anum_pg_inherits_inhrelid, relation.oid, keep);
  return parent;
}

void put_tables(JsonbBuilder& json, const DefinedRelation& relation, const Insertable& insertable) {
  Oid parent = read_parent(relation);
  bool has_parent = OidIsValid(parent);
  json.begin_array("tables");
  json.begin_object();
  json.text("kind", relation_kind(relation.form->relkind));
  json.text("owner", owner_text(relation.form->relowner));
  json.text("comment", relation.comments[0]);
  json.boolean("is_strict", true);
  json.number("object_id", relation.oid);
  json.text("table_name", relation.name());
  json.text("schema_name", relation.schema);
  json.boolean("is_partition", relation.form->relispartition);
  json.text("parent_table", has_parent ? get_rel_name(parent) : nullptr);
  json.boolean("is_insertable", insertable.relation);
  json.text("parent_schema", has_parent ? get_namespace_name(get_rel_namespace(parent)) : nullptr);
  json.end_object();
  json.end_array();
}

void put_views(JsonbBuilder& json, const DefinedRelation& relation) {
  json.begin_array("views");
  json.begin_object();
  json.text("schema_name", relation.schema);
  json.text("view_name", relation.name());
  json.boolean("is_materialized", relation.is_one_of("m"));
  json.text("definition", server_text(pg_get_viewdef, relation.oid));
  json.end_object();
  json.end_array();
}

}  // namespace

bool put_table(JsonbBuilder& json, Oid oid, Snapshot snapshot) {
  DefinedRelation relation;
  if (!find_relation(oid, "rpfvm", snapshot, &relation)) return false;
  read_attributes(&relation);
  read_comments(&relation);
  Insertable insertable = read_insertable(relation);
  Vec<DefinedConstraint> constraints = read_constraints(relation);
  put_tables(json, relation, insertable);
  put_columns(json, relation, insertable);
  put_constraints(json, relation, constraints);
  put_foreign_keys(json, relation, constraints);
  if (relation.is_one_of("vm")) put_views(json, relation);
  return true;
}

}  // namespace ddltrail
