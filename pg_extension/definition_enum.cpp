#include "definition_enum.h"

#include <algorithm>

#include "catalog_scan.h"
#include "defined_relation.h"
#include "vec.h"

namespace ddltrail {

namespace {

struct Label {
  float4 place;
  NameData text;
};

Vec<Label> read_labels(Oid type, Snapshot snapshot) {
  Vec<Label> labels = {};
  auto keep = [&](HeapTuple tuple, TupleDesc) {
    auto* form = reinterpret_cast<Form_pg_enum>(GETSTRUCT(tuple));
    labels.push({form->enumsortorder, form->enumlabel});
    return true;
  };
  scan_catalog(EnumRelationId, EnumTypIdSortOrderIndexId, snapshot, Anum_pg_enum_enumtypid, type,
               keep);
  std::sort(labels.begin(), labels.end(),
            [](const Label& a, const Label& b) { return a.place < b.place; });
  return labels;
}

void put_values(JsonbBuilder& json, const Vec<Label>& labels) {
  json.begin_array("values");
  for (const Label& label : labels) json.text(NameStr(label.text));
  json.end_array();
}

void put_row(JsonbBuilder& json, const FormData_pg_type& form, const char* schema,
             Snapshot snapshot) {
  json.begin_object();
  json.text("schema_name", schema);
  json.text("enum_name", NameStr(form.typname));
  json.number("object_id", form.oid);
  put_values(json, read_labels(form.oid, snapshot));
  json.text("comment", GetComment(form.oid, TypeRelationId, 0));
  json.end_object();
}

}  // namespace

bool put_enum(JsonbBuilder& json, Oid type, Snapshot snapshot) {
  HeapTuple tuple = SearchSysCacheCopy1(TYPEOID, ObjectIdGetDatum(type));
  if (!HeapTupleIsValid(tuple)) return false;
  auto* form = reinterpret_cast<Form_pg_type>(GETSTRUCT(tuple));
  const char* schema = get_namespace_name(form->typnamespace);
  if (form->typtype != TYPTYPE_ENUM || is_left_out(TypeRelationId, type, schema)) return false;
  json.begin_array("enums");
  put_row(json, *form, schema, snapshot);
  json.end_array();
  return true;
}

}  // namespace ddltrail
