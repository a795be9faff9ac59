#include "definition.h"

#include "definition_enum.h"
#include "definition_index.h"
#include "definition_query.h"
#include "definition_table.h"

namespace ddltrail {

namespace {

bool put_relation(JsonbBuilder& json, Oid oid, Snapshot snapshot) {
  switch (get_rel_relkind(oid)) {
    case RELKIND_INDEX:
    case RELKIND_PARTITIONED_INDEX:
      return put_index(json, oid, snapshot);
    default:
      return put_table(json, oid, snapshot);
  }
}

bool put_object(JsonbBuilder& json, ObjectKey key, Snapshot snapshot) {
  switch (key.class_id) {
    case RelationRelationId:
      return put_relation(json, key.object_id, snapshot);
    case TypeRelationId:
      return put_enum(json, key.object_id, snapshot);
    default:
      return false;
  }
}

bool is_described(const Change& change) {
  return change.key.class_id == RelationRelationId || strcmp(change.kind, "enum") == 0 ||
         has_definition_query(change);
}

Datum build_definition(ObjectKey key, Snapshot snapshot) {
  JsonbBuilder json = {};
  json.begin_object();
  put_object(json, key, snapshot);
  json.end_object();
  return json.finish();
}

}  // namespace

Datum read_definition(const Change& change, Snapshot snapshot, bool* is_null) {
  *is_null = change.action == kDrop || !is_described(change);
  if (*is_null) return 0;
  return has_definition_query(change) ? query_definition(change, snapshot)
                                      : build_definition(change.key, snapshot);
}

}  // namespace ddltrail
