// The type of a column as `columns` shows it: array, element, and what lies behind domains.
#pragma once

#include "pg/pg.h"

namespace ddltrail {

struct ColumnType {
  FormData_pg_type declared;
  FormData_pg_type shown;  // the element where the declared type is an array
  FormData_pg_type base;   // behind the domains of `shown`, arrays seen through
  int64 dimensions;
  bool is_not_null;  // a domain says so, and no array lies between it and the column
};

ColumnType read_column_type(const FormData_pg_attribute& column);

/// What pg_type.typtype is called.
const char* type_kind(const FormData_pg_type& type);
/// The same; an enum of an extension counts as base, since nobody could look it up in `enums`.
const char* base_kind(const FormData_pg_type& type);

}  // namespace ddltrail
