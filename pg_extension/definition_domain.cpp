#include "definition_domain.h"

#include <algorithm>

#include "catalog_scan.h"
#include "defined_type.h"
#include "server_text.h"
#include "vec.h"

namespace ddltrail {

namespace {

using Checks = Vec<const FormData_pg_constraint*>;

Checks read_checks(Oid domain, Snapshot snapshot) {
  Checks checks = {};
  auto keep = [&](HeapTuple tuple, TupleDesc) {
    auto* form = reinterpret_cast<Form_pg_constraint>(GETSTRUCT(heap_copytuple(tuple)));
    if (form->contype == CONSTRAINT_CHECK) checks.push(form);
    return true;
  };
  scan_catalog(ConstraintRelationId, ConstraintTypidIndexId, snapshot, Anum_pg_constraint_contypid,
               domain, keep);
  std::sort(checks.begin(), checks.end(),
            [](auto* a, auto* b) { return strcmp(NameStr(a->conname), NameStr(b->conname)) < 0; });
  return checks;
}

void put_check(JsonbBuilder& json, const FormData_pg_constraint& form) {
  json.begin_object();
  json.text("name", NameStr(form.conname));
  json.text("definition", server_text(pg_get_constraintdef, form.oid));
  json.boolean("is_validated", form.convalidated);
  json.text("comment", GetComment(form.oid, ConstraintRelationId, 0));
  json.end_object();
}

void put_checks(JsonbBuilder& json, const Checks& checks) {
  json.begin_array("constraints");
  for (const FormData_pg_constraint* check : checks) put_check(json, *check);
  json.end_array();
}

void put_row(JsonbBuilder& json, const DefinedType& type, Snapshot snapshot) {
  const FormData_pg_type& form = *type.form;
  json.begin_object();
  put_head(json, type, "domain_name");
  json.text("data_type",
            format_type_extended(form.typbasetype, form.typtypmod, FORMAT_TYPE_TYPEMOD_GIVEN));
  json.text("default_expression", default_text_of_type(type.tuple));
  json.boolean("is_nullable", !form.typnotnull);
  json.text("collation", collation_text(form.typcollation, form.typbasetype));
  put_checks(json, read_checks(form.oid, snapshot));
  json.text("owner", owner_text(form.typowner));
  json.end_object();
}

}  // namespace

bool put_domain(JsonbBuilder& json, Oid oid, Snapshot snapshot) {
  DefinedType type;
  if (!find_type(oid, TYPTYPE_DOMAIN, &type)) return false;
  json.begin_array("domains");
  put_row(json, type, snapshot);
  json.end_array();
  return true;
}

}  // namespace ddltrail
