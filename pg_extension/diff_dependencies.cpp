#include "diff_dependencies.h"

#include "identity.h"

namespace ddltrail {

namespace {

// A kind of dependency, and what it is called as a property.
struct Kind {
  char type;
  Oid on;
  const char* property;
};

constexpr Kind kKinds[] = {{DEPENDENCY_EXTENSION, ExtensionRelationId, "extension"},
                           {DEPENDENCY_AUTO_EXTENSION, ExtensionRelationId, "depends_on_extension"},
                           {DEPENDENCY_AUTO, RelationRelationId, "owned_by"},
                           {DEPENDENCY_INTERNAL, ConstraintRelationId, "constraint"}};

// Those of the kind, one after the other; null where there are none.
const char* dependencies(const ObjectImage& object, const Kind& kind) {
  StringInfoData out;
  initStringInfo(&out);
  for (const Row& row : find_rows({DependRelationId, DependDependerIndexId},
                                  {{Anum_pg_depend_classid, object.key.class_id},
                                   {Anum_pg_depend_objid, object.key.object_id}},
                                  object.snapshot)) {
    auto* dependency = row.as<FormData_pg_depend>();
    if (dependency->deptype != kind.type || dependency->refclassid != kind.on) continue;
    const char* identity =
        identity_of_part({kind.on, dependency->refobjid}, dependency->refobjsubid);
    appendStringInfo(&out, "%s%s", out.len == 0 ? "" : ", ", identity != nullptr ? identity : "-");
  }
  return out.len == 0 ? nullptr : out.data;
}

void diff_kind(const ObjectImage& before, const ObjectImage& after, const Kind& kind,
               Operations& operations) {
  const char* from = dependencies(before, kind);
  const char* to = dependencies(after, kind);
  if (!same_text(from, to)) put_property(operations, kind.property, from, to);
}

// Other objects have dependencies of these types too, which say something else.
bool applies(const Kind& kind, const ObjectImage& object) {
  switch (kind.type) {
    case DEPENDENCY_AUTO:
      return strcmp(object.kind, "sequence") == 0;
    case DEPENDENCY_INTERNAL:
      return strcmp(object.kind, "index") == 0;
    default:
      return true;
  }
}

}  // namespace

void diff_dependencies(const ObjectImage& before, const ObjectImage& after,
                       Operations& operations) {
  for (const Kind& kind : kKinds)
    if (applies(kind, after)) diff_kind(before, after, kind, operations);
}

}  // namespace ddltrail
