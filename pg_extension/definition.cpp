#include "definition.h"

#include "query.h"
#include "relation_texts.h"

namespace ddltrail {

namespace {

const Oid kObjectType[] = {OIDOID};

Query relation_query = {nullptr, kObjectType, nullptr};
Query index_query = {nullptr, kObjectType, nullptr};
Query enum_query = {nullptr, kObjectType, nullptr};

// The rows of one relation that belong to the object, as a JSON array or null.
char* rows_of(const char* relation_text, const char* object, const char* order) {
  return psprintf(
      "(SELECT pg_catalog.jsonb_agg(pg_catalog.to_jsonb(r) ORDER BY %s) FROM (%s AND %s = $1) r)",
      order, relation_text, object);
}

char* relation_query_text() {
  return psprintf(
      "SELECT pg_catalog.jsonb_build_object('tables', d.tables,"
      " 'columns', COALESCE(d.columns, '[]'), 'constraints', COALESCE(d.constraints, '[]'),"
      " 'foreign_keys', COALESCE(d.foreign_keys, '[]'))"
      " || CASE WHEN d.views IS NULL THEN '{}' ELSE pg_catalog.jsonb_build_object('views', "
      "d.views) END"
      " FROM (SELECT %s AS tables, %s AS columns, %s AS constraints, %s AS foreign_keys, %s AS "
      "views) d"
      " WHERE d.tables IS NOT NULL",
      rows_of(relation_text::k_tables, "c.oid", "r.table_name"),
      rows_of(relation_text::k_columns, "c.oid", "r.position"),
      rows_of(relation_text::k_constraints, "c.oid",
              "r.kind COLLATE \"C\", r.constraint_name COLLATE \"C\""),
      rows_of(relation_text::k_foreign_keys, "c.oid", "r.constraint_name COLLATE \"C\""),
      rows_of(relation_text::k_views, "c.oid", "r.view_name"));
}

char* single_query_text(const char* name, const char* rows) {
  return psprintf(
      "SELECT pg_catalog.jsonb_build_object('%s', d.rows) FROM (SELECT %s AS rows) d"
      " WHERE d.rows IS NOT NULL",
      name, rows);
}

// The texts are put together when they are first needed; the plans live as long as the session.
Query& with_text(Query& query) {
  if (query.text != nullptr) return query;
  MemoryContext old = MemoryContextSwitchTo(TopMemoryContext);
  if (&query == &relation_query) {
    query.text = relation_query_text();
  } else if (&query == &index_query) {
    query.text =
        single_query_text("indexes", rows_of(relation_text::k_indexes, "own.oid", "r.index_name"));
  } else {
    query.text =
        single_query_text("enums", rows_of(relation_text::k_enums, "c.oid", "r.enum_name"));
  }
  MemoryContextSwitchTo(old);
  return query;
}

Query* query_for(const Change& change) {
  if (change.key.class_id == TypeRelationId)
    return strcmp(change.kind, "enum") == 0 ? &enum_query : nullptr;
  if (change.key.class_id != RelationRelationId || strcmp(change.kind, "sequence") == 0)
    return nullptr;
  return strcmp(change.kind, "index") == 0 ? &index_query : &relation_query;
}

}  // namespace

Datum read_definition(const Change& change, Snapshot snapshot, bool* is_null) {
  *is_null = true;
  Query* query = change.action == kDrop ? nullptr : query_for(change);
  if (query == nullptr) return 0;
  Datum values[] = {ObjectIdGetDatum(change.key.object_id)};
  run_read(with_text(*query), values, snapshot);
  return SPI_processed == 0 ? 0 : datum_field(0, 1, is_null);
}

}  // namespace ddltrail
