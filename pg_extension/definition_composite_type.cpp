#include "definition_composite_type.h"

#include "defined_relation.h"
#include "defined_type.h"
#include "server_text.h"

namespace ddltrail {

namespace {

void put_attribute(JsonbBuilder& json, const FormData_pg_attribute& attribute,
                   const char* comment) {
  json.begin_object();
  json.text("name", NameStr(attribute.attname));
  json.text("data_type", format_type_extended(attribute.atttypid, attribute.atttypmod,
                                              FORMAT_TYPE_TYPEMOD_GIVEN));
  json.text("collation", collation_text(attribute.attcollation, attribute.atttypid));
  json.text("comment", comment);
  json.end_object();
}

void put_attributes(JsonbBuilder& json, const DefinedRelation& relation) {
  json.begin_array("attributes");
  for (int i = 0; i < relation.form->relnatts; i++)
    if (is_there(relation.attributes[i]))
      put_attribute(json, relation.attributes[i], relation.comments[i + 1]);
  json.end_array();
}

void put_row(JsonbBuilder& json, const DefinedType& type, const DefinedRelation& relation) {
  json.begin_object();
  put_head(json, type, "type_name");
  put_attributes(json, relation);
  json.text("owner", owner_text(type.form->typowner));
  json.end_object();
}

}  // namespace

// A table has a row type too: that one is not of a relation of the kind "composite type".
bool put_composite_type(JsonbBuilder& json, Oid oid, Snapshot snapshot) {
  DefinedType type;
  DefinedRelation relation;
  if (!find_type(oid, TYPTYPE_COMPOSITE, &type) ||
      !find_relation(type.form->typrelid, "c", snapshot, &relation))
    return false;
  read_attributes(&relation);
  read_comments(&relation);
  json.begin_array("composite_types");
  put_row(json, type, relation);
  json.end_array();
  return true;
}

}  // namespace ddltrail
