#include "definition_columns.h"

#include "catalog_scan.h"
#include "column_type.h"
#include "server_text.h"

namespace ddltrail {

namespace {

// What pg_attrdef has, by number - 1: expressions of generated columns stand there too.
const char** read_expressions(const DefinedRelation& relation) {
  auto** expressions =
      static_cast<const char**>(palloc0(sizeof(const char*) * (relation.form->relnatts + 1)));
  auto keep = [&](HeapTuple tuple, TupleDesc columns) {
    AttrNumber number = reinterpret_cast<Form_pg_attrdef>(GETSTRUCT(tuple))->adnum;
    if (!relation.has_column(number)) return true;
    bool is_null;
    Datum tree = heap_getattr(tuple, Anum_pg_attrdef_adbin, columns, &is_null);
    // A default names no column, and the server is much faster where none can be named.
    bool is_generated = relation.attributes[number - 1].attgenerated != '\0';
    expressions[number - 1] = expression_text(tree, is_generated ? relation.oid : InvalidOid);
    return true;
  };
  scan_catalog(AttrDefaultRelationId, AttrDefaultIndexId, relation.snapshot,
               Anum_pg_attrdef_adrelid, relation.oid, keep);
  return expressions;
}

bool has_expressions(const DefinedRelation& relation) {
  for (int i = 0; i < relation.form->relnatts; i++)
    if (relation.attributes[i].atthasdef) return true;
  return false;
}

const char* default_of_domain(Oid domain) {
  HeapTuple tuple = SearchSysCacheCopy1(TYPEOID, ObjectIdGetDatum(domain));
  return HeapTupleIsValid(tuple) ? default_text_of_type(tuple) : nullptr;
}

const char* identity_name(char identity) {
  if (identity == ATTRIBUTE_IDENTITY_ALWAYS) return "always";
  return identity == ATTRIBUTE_IDENTITY_BY_DEFAULT ? "by default" : nullptr;
}

const char* generated_name(char generated) {
  if (generated == ATTRIBUTE_GENERATED_STORED) return "stored";
  return generated == 'v' ? "virtual" : nullptr;
}

// What fills the column where an INSERT does not.
struct Filling {
  const char* default_expression;
  const char* generation_expression;
};

Filling read_filling(const DefinedRelation& relation, const FormData_pg_attribute& column,
                     const ColumnType& type, const char* expression) {
  if (column.attgenerated != '\0') return {nullptr, expression};
  bool is_of_domain = type.declared.typtype == TYPTYPE_DOMAIN && !relation.is_one_of("vm");
  if (expression == nullptr && is_of_domain) expression = default_of_domain(type.declared.oid);
  return {expression, nullptr};
}

// NULL::character varying is what dumps make of DEFAULT NULL.
bool is_worth_a_default(const char* expression) {
  return expression != nullptr && strncmp(expression, "NULL::", 6) != 0;
}

bool has_default(const FormData_pg_attribute& column, const Filling& filling) {
  return column.attidentity != '\0' || column.attgenerated != '\0' ||
         is_worth_a_default(filling.default_expression);
}

bool is_insertable(const DefinedRelation& relation, const FormData_pg_attribute& column,
                   const Insertable& insertable) {
  return column.attidentity != ATTRIBUTE_IDENTITY_ALWAYS && column.attgenerated == '\0' &&
         insertable.column(relation.oid, column.attnum);
}

struct Column {
  const FormData_pg_attribute& form;
  int64 position;
  const char* expression;  // as in pg_attrdef
};

void put_column(JsonbBuilder& json, const DefinedRelation& relation, const Column& column,
                const Insertable& insertable) {
  const FormData_pg_attribute& form = column.form;
  ColumnType type = read_column_type(form);
  Filling filling = read_filling(relation, form, type, column.expression);
  bool is_nullable = relation.is_one_of("vm") || !(form.attnotnull || type.is_not_null);
  json.begin_object();
  json.text("comment", relation.comments[form.attnum]);
  json.text("identity", identity_name(form.attidentity));
  json.number("position", column.position);
  json.text("base_kind", base_kind(type.base));
  json.text("base_name", pstrdup(NameStr(type.base.typname)));
  json.text("collation", collation_text(form.attcollation, form.atttypid));
  json.text("data_type",
            format_type_extended(form.atttypid, form.atttypmod, FORMAT_TYPE_TYPEMOD_GIVEN));
  json.text("generated", generated_name(form.attgenerated));
  json.text("type_kind", type_kind(type.shown));
  json.text("type_name", pstrdup(NameStr(type.shown.typname)));
  json.text("table_name", relation.name());
  json.text("base_schema", get_namespace_name(type.base.typnamespace));
  json.text("column_name", NameStr(form.attname));
  json.boolean("has_default", has_default(form, filling));
  json.boolean("is_nullable", is_nullable);
  json.text("schema_name", relation.schema);
  json.text("type_schema", get_namespace_name(type.shown.typnamespace));
  json.boolean("is_insertable", is_insertable(relation, form, insertable));
  json.number("array_dimensions", type.dimensions);
  json.text("default_expression", filling.default_expression);
  json.text("generation_expression", filling.generation_expression);
  json.end_object();
}

}  // namespace

void put_columns(JsonbBuilder& json, const DefinedRelation& relation,
                 const Insertable& insertable) {
  const char** expressions = has_expressions(relation) ? read_expressions(relation) : nullptr;
  int64 position = 0;
  json.begin_array("columns");
  for (int i = 0; i < relation.form->relnatts; i++) {
    const FormData_pg_attribute& column = relation.attributes[i];
    const char* expression = expressions == nullptr ? nullptr : expressions[i];
    if (is_there(column)) put_column(json, relation, {column, ++position, expression}, insertable);
  }
  json.end_array();
}

}  // namespace ddltrail
