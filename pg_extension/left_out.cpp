#include "left_out.h"

#include "catalog.h"

namespace ddltrail {

bool is_excluded_schema(const char* schema) {
  return strncmp(schema, "pg_", 3) == 0 || strcmp(schema, "information_schema") == 0 ||
         strcmp(schema, "ddltrail") == 0;
}

bool is_left_out(Oid class_id, Oid object_id, const char* schema) {
  return is_excluded_schema(schema) || OidIsValid(getExtensionOfObject(class_id, object_id));
}

bool comes_with_type(Oid class_id, Oid object_id, Snapshot snapshot) {
  for (const Row& dependency :
       find_rows({DependRelationId, DependDependerIndexId},
                 {{Anum_pg_depend_classid, class_id}, {Anum_pg_depend_objid, object_id}}, snapshot))
    if (dependency.as<FormData_pg_depend>()->deptype == DEPENDENCY_INTERNAL) return true;
  return false;
}

}  // namespace ddltrail
