#include "definition_enum.h"

#include <algorithm>

#include "catalog_scan.h"
#include "defined_type.h"
#include "server_text.h"
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

void put_row(JsonbBuilder& json, const DefinedType& type, Snapshot snapshot) {
  json.begin_object();
  put_head(json, type, "enum_name");
  put_values(json, read_labels(type.form->oid, snapshot));
  json.text("owner", owner_text(type.form->typowner));
  json.end_object();
}

}  // namespace

bool put_enum(JsonbBuilder& json, Oid oid, Snapshot snapshot) {
  DefinedType type;
  if (!find_type(oid, TYPTYPE_ENUM, &type)) return false;
  json.begin_array("enums");
  put_row(json, type, snapshot);
  json.end_array();
  return true;
}

}  // namespace ddltrail
