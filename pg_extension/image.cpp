#include "image.h"

#include <algorithm>

#include "left_out.h"
#include "relation_kind.h"

namespace ddltrail {

namespace {

Row find_relation_row(Oid relation, Snapshot snapshot) {
  return find_object({RelationRelationId, ClassOidIndexId}, relation, snapshot);
}

Row find_type_row(Oid type, Snapshot snapshot) {
  return find_object({TypeRelationId, TypeOidIndexId}, type, snapshot);
}

// Announced by CREATE TYPE, and not defined yet.
bool is_shell(const FormData_pg_type* type) { return !type->typisdefined; }

// Not those that come with something else: of tables, arrays, multiranges, pseudo types.
bool is_own_type(const Row& row, Snapshot snapshot) {
  auto* type = row.as<FormData_pg_type>();
  if (is_shell(type)) return true;
  if (strchr("edcrb", type->typtype) == nullptr) return false;
  if (type->typtype == TYPTYPE_COMPOSITE)
    return find_relation_row(type->typrelid, snapshot).as<FormData_pg_class>()->relkind ==
           RELKIND_COMPOSITE_TYPE;
  if (!OidIsValid(type->typelem)) return true;
  Row element = find_type_row(type->typelem, snapshot);
  return !element || element.as<FormData_pg_type>()->typarray != type->oid;
}

bool is_composite(const Row& row) {
  return row.catalog == RelationRelationId &&
         row.as<FormData_pg_class>()->relkind == RELKIND_COMPOSITE_TYPE;
}

bool is_own_relation(const Row& row) {
  auto* relation = row.as<FormData_pg_class>();
  return strchr("rpfvmSiI", relation->relkind) != nullptr &&
         relation->relpersistence != RELPERSISTENCE_TEMP;
}

bool is_own(const Row& row, Snapshot snapshot) {
  switch (row.catalog) {
    case CastRelationId:
    case ProcedureRelationId:
      return !comes_with_type(row.catalog, row.oid(1), snapshot);
    case RelationRelationId:
      return is_own_relation(row);
    case TypeRelationId:
      return is_own_type(row, snapshot);
    case TriggerRelationId:
      return !row.as<FormData_pg_trigger>()->tgisinternal;
    default:
      return true;
  }
}

const char* type_kind(const FormData_pg_type* type) {
  if (is_shell(type)) return "shell type";
  switch (type->typtype) {
    case TYPTYPE_ENUM:
      return "enum";
    case TYPTYPE_DOMAIN:
      return "domain";
    case TYPTYPE_COMPOSITE:
      return "composite type";
    case TYPTYPE_RANGE:
      return "range type";
    default:
      return "base type";
  }
}

const char* routine_kind(char prokind) {
  if (prokind == PROKIND_PROCEDURE) return "procedure";
  return prokind == PROKIND_AGGREGATE ? "aggregate" : "function";
}

const char* kind_of(const ObjectClass& object_class, const Row& row) {
  switch (object_class.class_id) {
    case RelationRelationId:
      return relation_kind(row.as<FormData_pg_class>()->relkind);
    case TypeRelationId:
      return type_kind(row.as<FormData_pg_type>());
    case ProcedureRelationId:
      return routine_kind(row.as<FormData_pg_proc>()->prokind);
    default:
      return object_class.kind;
  }
}

const char* schema_name(Oid schema, Snapshot snapshot) {
  Row row = find_object({NamespaceRelationId, NamespaceOidIndexId}, schema, snapshot);
  return row ? row.name(Anum_pg_namespace_nspname) : nullptr;
}

// The schema of an object, or of the table that it stands on.
Oid schema_of(const ObjectClass& object_class, const Row& row, Snapshot snapshot) {
  if (object_class.schema != 0) return row.oid(object_class.schema);
  Row relation = find_relation_row(row.oid(object_class.relation), snapshot);
  if (!relation || relation.as<FormData_pg_class>()->relpersistence == RELPERSISTENCE_TEMP)
    return InvalidOid;
  return relation.oid(Anum_pg_class_relnamespace);
}

// Reads images one by one; neighbours often stand in the same schema.
struct Reader {
  Snapshot snapshot;
  Snapshot schemas;
  Oid last_schema;
  const char* last_schema_name;

  const char* name_of(Oid schema) {
    if (schema == last_schema) return last_schema_name;
    last_schema = schema;
    return last_schema_name = schema_name(schema, schemas);
  }

  // False where the object lies in a schema that does not concern us.
  bool find_schema(ObjectImage& object) {
    const ObjectClass& object_class = *object.object_class;
    if (object_class.class_id == NamespaceRelationId) return !is_excluded_schema(object.name);
    if (object_class.schema == 0 && object_class.relation == 0) return true;
    object.schema = name_of(schema_of(object_class, object.row, snapshot));
    return object.schema != nullptr && !is_excluded_schema(object.schema);
  }

  void read(ObjectKey key, Image& image) {
    read(key, find_object(find_class(key.class_id)->place, key.object_id, snapshot), image);
  }

  void read(ObjectKey key, const Row& row, Image& image) {
    if (!row) return;
    if (is_composite(row)) {
      read({TypeRelationId, row.as<FormData_pg_class>()->reltype}, image);
      return;
    }
    const ObjectClass* object_class = find_class(key.class_id);
    if (!is_own(row, snapshot)) return;
    ObjectImage object = {};
    object.key = key;
    object.object_class = object_class;
    object.row = row;
    object.name = row.name(object_class->name);
    object.kind = kind_of(*object_class, row);
    object.snapshot = snapshot;
    if (find_schema(object)) image.objects.push(object);
  }
};

}  // namespace

Image read_image(const Vec<ObjectKey>& keys, Snapshot snapshot, Snapshot schemas,
                 const KnownRows& known) {
  Image image = {};
  Reader reader = {snapshot, schemas, InvalidOid, nullptr};
  const KnownRow* next = known.begin();
  for (ObjectKey key : keys) {
    CHECK_FOR_INTERRUPTS();
    if (next != known.end() && next->key == key) {
      reader.read(key, next->row, image);
      next++;
    } else {
      reader.read(key, image);
    }
  }
  auto by_key = [](const ObjectImage& a, const ObjectImage& b) { return a.key < b.key; };
  auto same_key = [](const ObjectImage& a, const ObjectImage& b) { return a.key == b.key; };
  std::sort(image.objects.begin(), image.objects.end(), by_key);
  image.objects.size =
      std::unique(image.objects.begin(), image.objects.end(), same_key) - image.objects.begin();
  return image;
}

namespace {

// An index may become that of a constraint.
void add_index(const Row& row, Vec<ObjectKey>& owners) {
  if (row.catalog != ConstraintRelationId) return;
  auto* constraint = row.as<FormData_pg_constraint>();
  if (strchr("pux", constraint->contype) != nullptr && OidIsValid(constraint->conindid))
    owners.push({RelationRelationId, constraint->conindid});
}

}  // namespace

Vec<ObjectKey> owners_of(ObjectKey part, Snapshot snapshot) {
  Vec<ObjectKey> owners = {};
  for (const Belonging& belonging : belongings()) {
    if (belonging.class_id != part.class_id) continue;
    Row row = find_object(belonging.place, part.object_id, snapshot);
    Oid owner = row ? row.oid(belonging.owner) : InvalidOid;
    if (!OidIsValid(owner)) continue;
    owners.push({belonging.owner_class, owner});
    add_index(row, owners);
  }
  return owners;
}

Oid view_of(Oid rule) {
  Row row =
      find_row({RewriteRelationId, RewriteOidIndexId}, {{Anum_pg_rewrite_oid, rule}}, kLatest);
  if (!row || strcmp(NameStr(row.as<FormData_pg_rewrite>()->rulename), ViewSelectRuleName) != 0)
    return InvalidOid;
  return row.as<FormData_pg_rewrite>()->ev_class;
}

const ObjectImage* Image::find(ObjectKey key) const {
  const ObjectImage* found =
      std::lower_bound(objects.begin(), objects.end(), key,
                       [](const ObjectImage& image, ObjectKey k) { return image.key < k; });
  return found != objects.end() && found->key == key ? found : nullptr;
}

}  // namespace ddltrail
