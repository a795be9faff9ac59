#include "dependents.h"

#include <algorithm>

#include "diff.h"
#include "operations.h"
#include "parts.h"
#include "query.h"

namespace ddltrail {

namespace {

const Oid kNameTypes[] = {OIDARRAYOID, INT2ARRAYOID};

#define DEPENDS(on_catalog)                                                       \
  " FROM renamed JOIN pg_catalog.pg_depend d"                                     \
  "   ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass"               \
  "   AND d.refobjid = renamed.relation AND renamed.number IN (0, d.refobjsubid)" \
  "   AND d.classid = 'pg_catalog." on_catalog                                    \
  "'::pg_catalog.regclass"                                                        \
  " JOIN pg_catalog." on_catalog " x ON x.oid = d.objid"

// Number 0 stands for the whole relation.
Query dependents_query = {
    "WITH renamed AS MATERIALIZED (SELECT * FROM"
    "   ROWS FROM (pg_catalog.unnest($1), pg_catalog.unnest($2)) r (relation, number))"
    // Views.
    " SELECT x.ev_class" DEPENDS("pg_rewrite") " WHERE x.ev_class <> renamed.relation"
    // Tables with foreign keys to it.
    " UNION SELECT x.conrelid" DEPENDS("pg_constraint")
    " WHERE x.conrelid NOT IN (0, renamed.relation)"
    // Tables whose defaults draw from it.
    " UNION SELECT x.adrelid" DEPENDS("pg_attrdef") " WHERE x.adrelid <> renamed.relation"
    " UNION SELECT h.inhrelid FROM renamed JOIN pg_catalog.pg_inherits h"
    "   ON h.inhparent = renamed.relation AND renamed.number = 0"
    " UNION SELECT i.indexrelid FROM renamed JOIN pg_catalog.pg_index i"
    "   ON i.indrelid = renamed.relation"
    " WHERE renamed.number = 0 OR renamed.number = ANY (i.indkey) OR EXISTS ("
    "   SELECT FROM pg_catalog.pg_depend d"
    "   WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = i.indexrelid"
    "   AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass"
    "   AND d.refobjid = renamed.relation AND d.refobjsubid = renamed.number)"
    " ORDER BY 1",
    kNameTypes, nullptr};

#undef DEPENDS

// A relation, or one of its columns, that goes by another name now.
struct Renamed {
  Oid relation;
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
      renamed.push({column.key.object_id, static_cast<int16>(column.sub_id)});
  }
}

// Nothing that depends on an index names it.
bool is_named_by_others(const Fact& object) {
  return object.key.class_id == RelationRelationId && strcmp(object.kind, "index") != 0;
}

Vec<Renamed> find_renamed(const Vec<ObjectKey>& keys, const Image& before, const Image& after) {
  Vec<Renamed> renamed = {};
  for (ObjectKey key : keys) {
    const ObjectImage* old = before.find(key);
    const ObjectImage* now = after.find(key);
    if (old == nullptr || now == nullptr || !is_named_by_others(*now->object)) continue;
    if (is_renamed(*old->object, *now->object)) renamed.push({key.object_id, 0});
    add_renamed_columns(*old, *now, renamed);
  }
  return renamed;
}

void to_arrays(const Vec<Renamed>& renamed, Datum (&arrays)[2]) {
  auto* relations = static_cast<Datum*>(palloc(sizeof(Datum) * renamed.size));
  auto* numbers = static_cast<Datum*>(palloc(sizeof(Datum) * renamed.size));
  for (int i = 0; i < renamed.size; i++) {
    relations[i] = ObjectIdGetDatum(renamed.items[i].relation);
    numbers[i] = Int16GetDatum(renamed.items[i].number);
  }
  arrays[0] = PointerGetDatum(
      construct_array(relations, renamed.size, OIDOID, sizeof(Oid), true, TYPALIGN_INT));
  arrays[1] = PointerGetDatum(
      construct_array(numbers, renamed.size, INT2OID, sizeof(int16), true, TYPALIGN_SHORT));
}

bool is_among(const Changes& changes, ObjectKey key) {
  return std::any_of(changes.begin(), changes.end(),
                     [&](const Change& change) { return change.key == key; });
}

Vec<ObjectKey> read_dependents(const Vec<Renamed>& renamed, const Changes& changes,
                               Snapshot snapshot) {
  Vec<ObjectKey> dependents = {};
  Datum arrays[2];
  to_arrays(renamed, arrays);
  run_read(dependents_query, arrays, snapshot);
  for (uint64 row = 0; row < SPI_processed; row++) {
    ObjectKey key = {RelationRelationId, oid_field(row, 1)};
    if (!is_among(changes, key)) dependents.push(key);
  }
  SPI_freetuptable(SPI_tuptable);
  return dependents;
}

}  // namespace

Changes changed_dependents(const Vec<ObjectKey>& keys, const Image& before, const Image& after,
                           const Changes& changes, Snapshot snapshot) {
  Changes dependents = {};
  Vec<Renamed> renamed = find_renamed(keys, before, after);
  if (renamed.size == 0) return dependents;
  Image image = read_image(read_dependents(renamed, changes, snapshot), snapshot);
  for (const ObjectImage& object : image.objects)
    dependents.push(altered_definition(*object.object));
  return dependents;
}

}  // namespace ddltrail
