#include "definition_query.h"

#include "query.h"
#include "relation_texts.h"

namespace ddltrail {

namespace {

const Oid kObjectType[] = {OIDOID};

// A relation, its text, and the query made of it when it is first needed.
struct Source {
  const char* name;
  const char* text;
  Query query;
};

Source sources[] = {
    {"sequences", relation_text::k_sequences, {nullptr, kObjectType, nullptr}},
    {"domains", relation_text::k_domains, {nullptr, kObjectType, nullptr}},
    {"composite_types", relation_text::k_composite_types, {nullptr, kObjectType, nullptr}},
    {"range_types", relation_text::k_range_types, {nullptr, kObjectType, nullptr}},
    {"routines", relation_text::k_routines, {nullptr, kObjectType, nullptr}},
    {"schemas", relation_text::k_schemas, {nullptr, kObjectType, nullptr}}};

struct KindSource {
  const char* kind;
  const char* relation;
};

constexpr KindSource kKindSources[] = {
    {"sequence", "sequences"},     {"domain", "domains"},    {"composite type", "composite_types"},
    {"range type", "range_types"}, {"function", "routines"}, {"procedure", "routines"},
    {"aggregate", "routines"},     {"schema", "schemas"}};

Source* find_source(const char* kind) {
  for (const KindSource& pair : kKindSources) {
    if (strcmp(pair.kind, kind) != 0) continue;
    for (Source& source : sources)
      if (strcmp(source.name, pair.relation) == 0) return &source;
  }
  return nullptr;
}

Query& query_of(Source& source) {
  if (source.query.text != nullptr) return source.query;
  MemoryContext old = MemoryContextSwitchTo(TopMemoryContext);
  source.query.text = psprintf(
      "SELECT COALESCE((SELECT pg_catalog.jsonb_build_object('%s', pg_catalog.jsonb_agg("
      "pg_catalog.to_jsonb(r))) FROM (%s AND c.oid = $1) r HAVING pg_catalog.count(*) > 0), '{}')",
      source.name, source.text);
  MemoryContextSwitchTo(old);
  return source.query;
}

}  // namespace

bool has_definition_query(const Change& change) { return find_source(change.kind) != nullptr; }

Datum query_definition(const Change& change, Snapshot snapshot) {
  SPI_connect();
  Datum values[] = {ObjectIdGetDatum(change.key.object_id)};
  run_read(query_of(*find_source(change.kind)), values, snapshot);
  bool is_null;
  Datum definition = SPI_datumTransfer(datum_field(0, 1, &is_null), false, -1);
  SPI_finish();
  return definition;
}

}  // namespace ddltrail
