#include "insertable.h"

#include <algorithm>

#include "catalog_scan.h"
#include "vec.h"

namespace ddltrail {

namespace {

constexpr int kInsert = 1 << CMD_INSERT;
constexpr int kAnyChange = kInsert | 1 << CMD_UPDATE | 1 << CMD_DELETE;

int updatable(Oid relation, bool with_triggers) {
  return DatumGetInt32(DirectFunctionCall2(pg_relation_is_updatable, ObjectIdGetDatum(relation),
                                           BoolGetDatum(with_triggers)));
}

bool exists_wrapper_without_handler(Snapshot snapshot) {
  bool exists = false;
  auto look = [&](HeapTuple tuple, TupleDesc) {
    auto* form = reinterpret_cast<Form_pg_foreign_data_wrapper>(GETSTRUCT(tuple));
    exists = !OidIsValid(form->fdwhandler);
    return !exists;
  };
  scan_catalog(ForeignDataWrapperRelationId, InvalidOid, snapshot, {}, look);
  return exists;
}

bool is_without_handler(Oid relation) {
  if (get_rel_relkind(relation) != RELKIND_FOREIGN_TABLE) return false;
  const ForeignServer* server = GetForeignServer(GetForeignTable(relation)->serverid);
  return !OidIsValid(GetForeignDataWrapper(server->fdwid)->fdwhandler);
}

void add_relations_of_rule(Oid rule, Snapshot snapshot, Vec<Oid>& relations) {
  ScanKeyData keys[] = {with_oid(Anum_pg_depend_classid, RewriteRelationId),
                        with_oid(Anum_pg_depend_objid, rule)};
  auto add = [&](HeapTuple tuple, TupleDesc) {
    auto* form = reinterpret_cast<Form_pg_depend>(GETSTRUCT(tuple));
    bool is_new = form->refclassid == RelationRelationId &&
                  std::find(relations.begin(), relations.end(), form->refobjid) == relations.end();
    if (is_new) relations.push(form->refobjid);
    return true;
  };
  scan_catalog(DependRelationId, DependDependerIndexId, snapshot, keys, add);
}

void add_relations_below(Oid relation, Snapshot snapshot, Vec<Oid>& relations) {
  auto add = [&](HeapTuple tuple, TupleDesc) {
    add_relations_of_rule(reinterpret_cast<Form_pg_rewrite>(GETSTRUCT(tuple))->oid, snapshot,
                          relations);
    return true;
  };
  scan_catalog(RewriteRelationId, RewriteRelRulenameIndexId, snapshot, Anum_pg_rewrite_ev_class,
               relation, add);
}

// The server raises an error for a wrapper without a handler, wherever in a view it lies.
bool lies_over_wrapper_without_handler(const DefinedRelation& relation) {
  if (!exists_wrapper_without_handler(relation.snapshot)) return false;
  Vec<Oid> below = {};
  below.push(relation.oid);
  for (int i = 0; i < below.size; i++) {
    if (is_without_handler(below.items[i])) return true;
    add_relations_below(below.items[i], relation.snapshot, below);
  }
  return false;
}

bool has_trigger_instead_of_insert(const DefinedRelation& relation) {
  bool has = false;
  auto look = [&](HeapTuple tuple, TupleDesc) {
    has = takes_inserts(reinterpret_cast<Form_pg_trigger>(GETSTRUCT(tuple))->tgtype);
    return !has;
  };
  scan_catalog(TriggerRelationId, TriggerRelidNameIndexId, relation.snapshot,
               Anum_pg_trigger_tgrelid, relation.oid, look);
  return has;
}

bool is_unconditional_rule_for_insert(HeapTuple tuple, TupleDesc columns) {
  auto* form = reinterpret_cast<Form_pg_rewrite>(GETSTRUCT(tuple));
  if (form->ev_type != '0' + CMD_INSERT || !form->is_instead) return false;
  bool is_null;
  Datum condition = heap_getattr(tuple, Anum_pg_rewrite_ev_qual, columns, &is_null);
  return strcmp(TextDatumGetCString(condition), "<>") == 0;
}

bool has_rule_for_insert(const DefinedRelation& relation) {
  bool has = false;
  auto look = [&](HeapTuple tuple, TupleDesc columns) {
    has = is_unconditional_rule_for_insert(tuple, columns);
    return !has;
  };
  scan_catalog(RewriteRelationId, RewriteRelRulenameIndexId, relation.snapshot,
               Anum_pg_rewrite_ev_class, relation.oid, look);
  return has;
}

// A trigger or a rule takes the row as it is, every column of it.
bool is_written_through(const DefinedRelation& relation) {
  return relation.is_one_of("v") && (updatable(relation.oid, false) & kAnyChange) == kAnyChange &&
         !has_trigger_instead_of_insert(relation) && !has_rule_for_insert(relation);
}

}  // namespace

bool Insertable::column(Oid oid, AttrNumber number) const {
  if (!is_by_column) return relation;
  return DatumGetBool(DirectFunctionCall3(pg_column_is_updatable, ObjectIdGetDatum(oid),
                                          Int16GetDatum(number), BoolGetDatum(false)));
}

Insertable read_insertable(const DefinedRelation& relation) {
  if (relation.is_one_of("rp")) return {true, false};
  if (relation.is_one_of("m") || lies_over_wrapper_without_handler(relation)) return {false, false};
  return {(updatable(relation.oid, true) & kInsert) != 0, is_written_through(relation)};
}

}  // namespace ddltrail
