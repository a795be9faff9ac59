#include "definition.h"

#include "definition_composite_type.h"
#include "definition_domain.h"
#include "definition_enum.h"
#include "definition_index.h"
#include "definition_range_type.h"
#include "definition_routine.h"
#include "definition_schema.h"
#include "definition_sequence.h"
#include "definition_table.h"

namespace ddltrail {

namespace {

using Put = bool (*)(JsonbBuilder& json, Oid object, Snapshot snapshot);

Put put_for_relation(const char* kind) {
  if (strcmp(kind, "index") == 0) return put_index;
  return strcmp(kind, "sequence") == 0 ? put_sequence : put_table;
}

Put put_for_type(char typtype) {
  switch (typtype) {
    case TYPTYPE_ENUM:
      return put_enum;
    case TYPTYPE_DOMAIN:
      return put_domain;
    case TYPTYPE_COMPOSITE:
      return put_composite_type;
    case TYPTYPE_RANGE:
      return put_range_type;
    default:
      return nullptr;
  }
}

// Null for kinds that no relation describes.
Put put_for(const Change& change) {
  switch (change.key.class_id) {
    case RelationRelationId:
      return put_for_relation(change.kind);
    case TypeRelationId:
      return put_for_type(get_typtype(change.key.object_id));
    case ProcedureRelationId:
      return put_routine;
    case NamespaceRelationId:
      return put_schema;
    default:
      return nullptr;
  }
}

}  // namespace

Datum read_definition(const Change& change, Snapshot snapshot, bool* is_null) {
  Put put = change.action == kDrop ? nullptr : put_for(change);
  *is_null = put == nullptr;
  if (*is_null) return 0;
  JsonbBuilder json = {};
  json.begin_object();
  put(json, change.key.object_id, snapshot);
  json.end_object();
  return json.finish();
}

}  // namespace ddltrail
