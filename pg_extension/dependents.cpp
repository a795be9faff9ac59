#include "dependents.h"

#include <algorithm>

#include "definition.h"
#include "diff.h"
#include "operations.h"
#include "parts.h"
#include "query.h"

namespace ddltrail {

namespace {

const Oid kNameTypes[] = {OIDARRAYOID, OIDARRAYOID, INT2ARRAYOID};

#define CLASS(catalog) "'pg_catalog." catalog "'::pg_catalog.regclass"
#define DEPENDS(on_catalog) \
  " FROM renamed JOIN pg_catalog.pg_depend d"                                               \
  "   ON d.refclassid = renamed.class AND d.refobjid = renamed.object"                      \
  "   AND renamed.number IN (0, d.refobjsubid) AND d.classid = " CLASS(on_catalog) " JOIN " \
  "pg_catalog." on_catalog " x ON x.oid = d.objid"

// Number 0 stands for the whole object. A table lends its name to its row type.
Query dependents_query = {
    "WITH named AS MATERIALIZED (SELECT * FROM ROWS FROM"
    "   (pg_catalog.unnest($1), pg_catalog.unnest($2), pg_catalog.unnest($3)) r (class, object, number)),"
    " renamed AS MATERIALIZED (SELECT * FROM named UNION ALL SELECT " CLASS("pg_type") ", v.oid, 0"
    "   FROM named JOIN pg_catalog.pg_class c ON c.oid = named.object AND named.class = " CLASS("pg_class")
    "   JOIN pg_catalog.pg_type t ON t.oid = c.reltype"
    "   CROSS JOIN LATERAL (VALUES (t.oid), (t.typarray)) v (oid)"
    "   WHERE named.number = 0)"
    // Views.
    " SELECT x.ev_class" DEPENDS("pg_rewrite")
    // Tables with foreign keys to it, or checks that call it.
    " UNION SELECT x.conrelid" DEPENDS("pg_constraint") " WHERE x.conrelid <> 0"
    // Tables whose defaults draw from it or call it.
    " UNION SELECT x.adrelid" DEPENDS("pg_attrdef")
    // Indexes with expressions of it, columns of its row type.
    " UNION SELECT x.oid" DEPENDS("pg_class")
    " WHERE x.relkind IN ('i', 'I') OR renamed.class = " CLASS("pg_type")
    " UNION SELECT h.inhrelid FROM renamed JOIN pg_catalog.pg_inherits h"
    "   ON h.inhparent = renamed.object AND renamed.number = 0 AND renamed.class = " CLASS("pg_class")
    " UNION SELECT i.indexrelid FROM renamed JOIN pg_catalog.pg_index i"
    "   ON i.indrelid = renamed.object AND renamed.class = " CLASS("pg_class")
    " WHERE renamed.number = 0 OR renamed.number = ANY (i.indkey)"
    " ORDER BY 1",
    kNameTypes, nullptr};

#undef CLASS
#undef DEPENDS

const Oid kViewTypes[] = {OIDARRAYOID};

Query views_above_query = {
    "WITH RECURSIVE above (view) AS (SELECT pg_catalog.unnest($1) UNION SELECT r.ev_class"
    "   FROM above JOIN pg_catalog.pg_depend d ON d.refobjid = above.view"
    "     AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass"
    "     AND d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass"
    "   JOIN pg_catalog.pg_rewrite r ON r.oid = d.objid AND r.rulename = '_RETURN')"
    " SELECT above.view FROM above WHERE above.view <> ALL ($1) ORDER BY 1",
    kViewTypes, nullptr};

#define INSERTABLE(definition) \
  "pg_catalog.jsonb_path_query_array(" definition ", '$.*[*].is_insertable')"

const Oid kLoggedTypes[] = {JSONBOID, INT8OID, TEXTOID, INT8OID, INT8OID};

// A row where the log's last definition of the object agrees with the one given.
Query agreement_query = {
    "SELECT FROM (SELECT c.definition FROM ddltrail.change_log c"
    "   JOIN ddltrail.log state ON state.log_id = c.log_id"
    "   WHERE c.object_id = $2 AND c.object_kind = $3 AND c.system_identifier = $4"
    "   AND c.database_oid = $5 ORDER BY c.id DESC LIMIT 1) last"
    " WHERE " INSERTABLE("last.definition") " = " INSERTABLE("$1"),
    kLoggedTypes, nullptr};

#undef INSERTABLE

// A relation, one of its columns, or a routine that goes by another name now.
struct Renamed {
  ObjectKey key;
  int16 number;
};

bool is_renamed(const Fact& before, const Fact& after) {
  return !same_text(before.name, after.name) || !same_text(before.schema, after.schema);
}

void add_renamed_columns(const ObjectImage& before, const ObjectImage& after,
                         Vec<Renamed>& renamed) {
  Parts old_columns = parts_of(before, Fact::kColumn);
  for (const Fact& column : parts_of(after, Fact::kColumn)) {
    const Fact* old = old_columns.find(column.sub_id);
    if (old != nullptr && !same_text(old->name, column.name))
      renamed.push({column.key, static_cast<int16>(column.sub_id)});
  }
}

// Nothing that depends on an index names it.
bool is_named_by_others(const Fact& object) {
  return object.key.class_id == ProcedureRelationId ||
         (object.key.class_id == RelationRelationId && strcmp(object.kind, "index") != 0);
}

Vec<Renamed> find_renamed(const Vec<ObjectKey>& keys, const Image& before, const Image& after) {
  Vec<Renamed> renamed = {};
  for (ObjectKey key : keys) {
    const ObjectImage* old = before.find(key);
    const ObjectImage* now = after.find(key);
    if (old == nullptr || now == nullptr || !is_named_by_others(*now->object)) continue;
    if (is_renamed(*old->object, *now->object)) renamed.push({key, 0});
    add_renamed_columns(*old, *now, renamed);
  }
  return renamed;
}

Datum oid_array(const Vec<Datum>& oids) {
  return PointerGetDatum(
      construct_array(oids.items, oids.size, OIDOID, sizeof(Oid), true, TYPALIGN_INT));
}

void to_arrays(const Vec<Renamed>& renamed, Datum (&arrays)[3]) {
  Vec<Datum> classes = {}, objects = {}, numbers = {};
  for (const Renamed& each : renamed) {
    classes.push(ObjectIdGetDatum(each.key.class_id));
    objects.push(ObjectIdGetDatum(each.key.object_id));
    numbers.push(Int16GetDatum(each.number));
  }
  arrays[0] = oid_array(classes);
  arrays[1] = oid_array(objects);
  arrays[2] = PointerGetDatum(
      construct_array(numbers.items, numbers.size, INT2OID, sizeof(int16), true, TYPALIGN_SHORT));
}

bool is_among(const Changes& changes, ObjectKey key) {
  return std::any_of(changes.begin(), changes.end(),
                     [&](const Change& change) { return change.key == key; });
}

// The relations that a query of dependents gave, without those that have changed anyhow.
Vec<ObjectKey> read_others(const Changes& changes) {
  Vec<ObjectKey> others = {};
  for (uint64 row = 0; row < SPI_processed; row++) {
    ObjectKey key = {RelationRelationId, oid_field(row, 1)};
    if (!is_among(changes, key)) others.push(key);
  }
  SPI_freetuptable(SPI_tuptable);
  return others;
}

void add_renamed_dependents(const Vec<Renamed>& renamed, const Changes& changes, Snapshot snapshot,
                            Changes& dependents) {
  if (renamed.size == 0) return;
  Datum arrays[3];
  to_arrays(renamed, arrays);
  run_read(dependents_query, arrays, snapshot);
  Image image = read_image(read_others(changes), snapshot);
  for (const ObjectImage& object : image.objects)
    dependents.push(altered_definition(*object.object));
}

bool may_lie_under_views(const Fact& object) {
  return strcmp(object.kind, "view") == 0 || strcmp(object.kind, "foreign table") == 0;
}

// The relations under views of which something changed that may decide on inserting.
Vec<Datum> find_redefined(const Vec<ObjectKey>& keys, const Image& before, const Image& after) {
  Vec<Datum> redefined = {};
  for (ObjectKey key : keys) {
    const ObjectImage* old = before.find(key);
    const ObjectImage* now = after.find(key);
    if (old == nullptr || now == nullptr || !may_lie_under_views(*now->object)) continue;
    if (!same_text(old->object->body, now->object->body) ||
        !same_text(old->object->rest, now->object->rest))
      redefined.push(ObjectIdGetDatum(key.object_id));
  }
  return redefined;
}

// What was so before the command cannot be asked any more: the log knows.
bool agrees_with_log(const Change& change, Snapshot snapshot) {
  bool is_null;
  Datum definition = read_definition(change, snapshot, &is_null);
  if (is_null) return false;
  Datum values[] = {
      definition, Int64GetDatum(change.key.object_id), CStringGetTextDatum(change.kind),
      Int64GetDatum(static_cast<int64>(GetSystemIdentifier())), Int64GetDatum(MyDatabaseId)};
  run_read(agreement_query, values, snapshot);
  return SPI_processed == 1;
}

void add_views_above(const Vec<Datum>& redefined, const Changes& changes, Snapshot snapshot,
                     Changes& dependents) {
  if (redefined.size == 0) return;
  Datum array = oid_array(redefined);
  run_read(views_above_query, {&array, 1}, snapshot);
  Image image = read_image(read_others(changes), snapshot);
  for (const ObjectImage& view : image.objects) {
    Change change = altered_definition(*view.object);
    if (!is_among(dependents, change.key) && !agrees_with_log(change, snapshot))
      dependents.push(change);
  }
}

}  // namespace

Changes changed_dependents(const Vec<ObjectKey>& keys, const Image& before, const Image& after,
                           const Changes& changes, Snapshot snapshot) {
  Changes dependents = {};
  add_renamed_dependents(find_renamed(keys, before, after), changes, snapshot, dependents);
  add_views_above(find_redefined(keys, before, after), changes, snapshot, dependents);
  return dependents;
}

}  // namespace ddltrail
