#include "definition_index.h"

#include "catalog_scan.h"
#include "defined_relation.h"
#include "server_text.h"

namespace ddltrail {

namespace {

bool has_constraint(const FormData_pg_index& form, Snapshot snapshot) {
  bool is = false;
  auto look = [&](HeapTuple tuple, TupleDesc) {
    auto* constraint = reinterpret_cast<Form_pg_constraint>(GETSTRUCT(tuple));
    is = constraint->conindid == form.indexrelid &&
         (constraint->contype == CONSTRAINT_PRIMARY || constraint->contype == CONSTRAINT_UNIQUE ||
          constraint->contype == CONSTRAINT_EXCLUSION);
    return !is;
  };
  scan_catalog(ConstraintRelationId, ConstraintRelidTypidNameIndexId, snapshot,
               Anum_pg_constraint_conrelid, form.indrelid, look);
  return is;
}

template <class Vector>
auto* vector_of(HeapTuple index, AttrNumber attribute) {
  bool is_null;
  return reinterpret_cast<Vector*>(
      DatumGetPointer(SysCacheGetAttr(INDEXRELID, index, attribute, &is_null)));
}

struct DefinedIndex {
  const FormData_pg_index* form;
  const FormData_pg_class* own;
  HeapTuple tuple;
  bool has_options;
  const oidvector* operator_classes;
  const oidvector* collations;
  const int2vector* directions;

  DefinedIndex(HeapTuple tuple, HeapTuple own)
      : form(reinterpret_cast<Form_pg_index>(GETSTRUCT(tuple))),
        own(reinterpret_cast<Form_pg_class>(GETSTRUCT(own))),
        tuple(tuple),
        has_options(!heap_attisnull(own, Anum_pg_class_reloptions, nullptr)),
        operator_classes(vector_of<oidvector>(tuple, Anum_pg_index_indclass)),
        collations(vector_of<oidvector>(tuple, Anum_pg_index_indcollation)),
        directions(vector_of<int2vector>(tuple, Anum_pg_index_indoption)) {}

  // Null for an expression.
  const char* column(int i) const {
    AttrNumber number = form->indkey.values[i];
    return number == 0 ? nullptr : get_attname(form->indrelid, number, true);
  }
  // Only the index has the type of an expression.
  Oid type(int i) const {
    AttrNumber number = form->indkey.values[i];
    return number == 0 ? get_atttype(own->oid, i + 1) : get_atttype(form->indrelid, number);
  }
  const char* predicate() const {
    bool is_null;
    Datum tree = SysCacheGetAttr(INDEXRELID, tuple, Anum_pg_index_indpred, &is_null);
    return is_null ? nullptr : expression_text(tree, form->indrelid);
  }
};

void put_columns(JsonbBuilder& json, const char* name, const DefinedIndex& index, int first,
                 int end) {
  json.begin_array(name);
  for (int i = first; i < end; i++) json.text(index.column(i));
  json.end_array();
}

void put_key(JsonbBuilder& json, const DefinedIndex& index, int i) {
  const char* column = index.column(i);
  int16 direction = index.directions->values[i];
  json.begin_object();
  json.text("column", column);
  json.text("collation", collation_text(index.collations->values[i], index.type(i)));
  json.text("expression", column == nullptr ? index_key_text(index.own->oid, i + 1) : nullptr);
  json.boolean("nulls_first", (direction & INDOPTION_NULLS_FIRST) != 0);
  json.boolean("is_descending", (direction & INDOPTION_DESC) != 0);
  json.text("operator_class", operator_class_text(index.operator_classes->values[i]));
  json.end_object();
}

void put_keys(JsonbBuilder& json, const DefinedIndex& index) {
  json.begin_array("keys");
  for (int i = 0; i < index.form->indnkeyatts; i++) put_key(json, index, i);
  json.end_array();
}

// Built in, which have no options, and what the server takes where none is named.
bool is_usual_class(Oid operator_class, Oid type) {
  if (operator_class >= FirstNormalObjectId) return false;
  HeapTuple tuple = SearchSysCache1(CLAOID, ObjectIdGetDatum(operator_class));
  if (!HeapTupleIsValid(tuple)) return false;
  auto* form = reinterpret_cast<Form_pg_opclass>(GETSTRUCT(tuple));
  bool is_usual = form->opcdefault && form->opcintype == type;
  ReleaseSysCache(tuple);
  return is_usual;
}

// A column of which nothing but its name has to be told.
bool is_plain_key(const DefinedIndex& index, int i) {
  AttrNumber number = index.form->indkey.values[i];
  if (number <= 0 || index.directions->values[i] != 0) return false;
  Oid type, collation;
  int32 modifier;
  get_atttypetypmodcoll(index.form->indrelid, number, &type, &modifier, &collation);
  return index.collations->values[i] == collation &&
         is_usual_class(index.operator_classes->values[i], type);
}

bool is_plain(const DefinedIndex& index) {
  const FormData_pg_index& form = *index.form;
  if (index.own->relam != BTREE_AM_OID || index.own->relkind != RELKIND_INDEX ||
      index.has_options || form.indnatts != form.indnkeyatts || form.indnullsnotdistinct ||
      !heap_attisnull(index.tuple, Anum_pg_index_indpred, nullptr))
    return false;
  for (int i = 0; i < form.indnatts; i++)
    if (!is_plain_key(index, i)) return false;
  return true;
}

// Most indexes are plain. Of these the server finds out by reading all operator classes that it
// need not name theirs, which takes as long as the rest of the definition.
const char* definition_text(const DefinedRelation& table, const DefinedIndex& index) {
  if (!is_plain(index)) return server_text(pg_get_indexdef, index.own->oid);
  StringInfoData text;
  initStringInfo(&text);
  appendStringInfo(&text, "CREATE %sINDEX %s ON %s USING btree (",
                   index.form->indisunique ? "UNIQUE " : "",
                   quote_identifier(NameStr(index.own->relname)),
                   quote_qualified_identifier(table.schema, table.name()));
  for (int i = 0; i < index.form->indnatts; i++)
    appendStringInfo(&text, "%s%s", i == 0 ? "" : ", ", quote_identifier(index.column(i)));
  appendStringInfoChar(&text, ')');
  return text.data;
}

bool is_of_constraint(const FormData_pg_index& form, Snapshot snapshot) {
  return form.indisprimary || has_constraint(form, snapshot);
}

void put_row(JsonbBuilder& json, const DefinedRelation& table, const DefinedIndex& index) {
  const FormData_pg_index& form = *index.form;
  const char* predicate = index.predicate();
  json.begin_object();
  put_keys(json, index);
  json.text("method", get_am_name(index.own->relam));
  put_columns(json, "columns", index, 0, form.indnkeyatts);
  json.text("comment", comment_beside(table.oid, RelationRelationId, index.own->oid));
  json.boolean("is_valid", form.indisvalid);
  put_columns(json, "included", index, form.indnkeyatts, form.indnatts);
  json.boolean("is_unique", form.indisunique);
  json.number("object_id", index.own->oid);
  json.text("predicate", predicate);
  json.text("definition", definition_text(table, index));
  json.text("index_name", NameStr(index.own->relname));
  json.boolean("is_partial", predicate != nullptr);
  json.text("table_name", table.name());
  json.text("schema_name", table.schema);
  json.boolean("is_constraint", is_of_constraint(form, table.snapshot));
  json.boolean("nulls_distinct", !form.indnullsnotdistinct);
  json.end_object();
}

}  // namespace

bool put_index(JsonbBuilder& json, Oid index, Snapshot snapshot) {
  HeapTuple tuple = SearchSysCacheCopy1(INDEXRELID, ObjectIdGetDatum(index));
  HeapTuple own = SearchSysCacheCopy1(RELOID, ObjectIdGetDatum(index));
  if (!HeapTupleIsValid(tuple) || !HeapTupleIsValid(own)) return false;
  Oid table = reinterpret_cast<Form_pg_index>(GETSTRUCT(tuple))->indrelid;
  DefinedRelation relation;
  if (!find_relation(table, "rpm", snapshot, &relation)) return false;
  json.begin_array("indexes");
  put_row(json, relation, DefinedIndex(tuple, own));
  json.end_array();
  return true;
}

}  // namespace ddltrail
