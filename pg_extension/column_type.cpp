#include "column_type.h"

namespace ddltrail {

namespace {

FormData_pg_type read_type(Oid oid) {
  HeapTuple tuple = SearchSysCache1(TYPEOID, ObjectIdGetDatum(oid));
  if (!HeapTupleIsValid(tuple)) elog(ERROR, "cache lookup failed for type %u", oid);
  FormData_pg_type type = *reinterpret_cast<Form_pg_type>(GETSTRUCT(tuple));
  ReleaseSysCache(tuple);
  return type;
}

// Sees through an array, into its element; says whether it was one.
bool enter_array(FormData_pg_type& type) {
  if (!OidIsValid(type.typelem)) return false;
  FormData_pg_type element = read_type(type.typelem);
  if (element.typarray != type.oid) return false;
  type = element;
  return true;
}

}  // namespace

ColumnType read_column_type(const FormData_pg_attribute& column) {
  ColumnType type = {};
  type.declared = type.shown = read_type(column.atttypid);
  bool is_direct = !enter_array(type.shown);
  // The declared dimensions are not kept in views and CREATE TABLE AS: an array has at least one.
  type.dimensions = is_direct ? 0 : Max(column.attndims, 1);
  type.base = type.shown;
  while (type.base.typtype == TYPTYPE_DOMAIN) {
    int dimensions = Max(type.base.typndims, 1);
    type.is_not_null |= is_direct && type.base.typnotnull;
    type.base = read_type(type.base.typbasetype);
    if (!enter_array(type.base)) continue;
    type.dimensions += dimensions;
    is_direct = false;
  }
  return type;
}

const char* type_kind(const FormData_pg_type& type) {
  switch (type.typtype) {
    case TYPTYPE_BASE:
      return "base";
    case TYPTYPE_ENUM:
      return "enum";
    case TYPTYPE_DOMAIN:
      return "domain";
    case TYPTYPE_COMPOSITE:
      return "composite";
    case TYPTYPE_RANGE:
      return "range";
    case TYPTYPE_MULTIRANGE:
      return "multirange";
    default:
      return "pseudo";
  }
}

const char* base_kind(const FormData_pg_type& type) {
  bool is_hidden_enum =
      type.typtype == TYPTYPE_ENUM && OidIsValid(getExtensionOfObject(TypeRelationId, type.oid));
  return is_hidden_enum ? "base" : type_kind(type);
}

}  // namespace ddltrail
