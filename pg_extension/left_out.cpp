#include "left_out.h"

#include "catalog.h"
#include "command.h"

namespace ddltrail {

bool is_excluded_schema(const char* schema) {
  return strncmp(schema, "pg_", 3) == 0 || strcmp(schema, "information_schema") == 0 ||
         strcmp(schema, "ddltrail") == 0;
}

namespace {

// A relation that a command creates belongs to no extension, unless the script of one runs. CREATE
// OR REPLACE says "created" of old routines too.
bool is_created_outside_scripts(ObjectKey key) {
  if (key.class_id != RelationRelationId) return false;
  const Command* command = current_command();
  const Touch* touch = command == nullptr ? nullptr : find_touch(command, key);
  return touch != nullptr && is_created(touch) && !creating_extension;
}

}  // namespace

bool is_left_out(Oid class_id, Oid object_id, const char* schema) {
  if (is_excluded_schema(schema)) return true;
  return !is_created_outside_scripts({class_id, object_id}) &&
         OidIsValid(getExtensionOfObject(class_id, object_id));
}

bool comes_with_type(Oid class_id, Oid object_id, Snapshot snapshot) {
  for (const Row& dependency :
       find_rows({DependRelationId, DependDependerIndexId},
                 {{Anum_pg_depend_classid, class_id}, {Anum_pg_depend_objid, object_id}}, snapshot))
    if (dependency.as<FormData_pg_depend>()->deptype == DEPENDENCY_INTERNAL) return true;
  return false;
}

}  // namespace ddltrail
