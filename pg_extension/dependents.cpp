#include "dependents.h"

#include <algorithm>
#include <utility>

#include "diff.h"
#include "key_set.h"
#include "parts.h"
#include "property.h"
#include "views_above.h"

namespace ddltrail {

namespace {

bool is_relation(ObjectKey key, const char* kinds) {
  return key.class_id == RelationRelationId &&
         strchr(kinds, get_rel_relkind(key.object_id)) != nullptr;
}

bool is_table(ObjectKey key) { return is_relation(key, "rpf"); }

bool is_first_parent(Oid parent, Oid child) {
  Row first = find_row({InheritsRelationId, InheritsRelidSeqnoIndexId},
                       {{Anum_pg_inherits_inhrelid, child}}, kLatest);
  return first && first.as<FormData_pg_inherits>()->inhparent == parent;
}

// Of what a table as a whole depends on, its definition names its schema and its first parent: not
// the type that it is OF, nor what its partition key calls.
bool is_named(const FormData_pg_depend* dependency) {
  if (dependency->objsubid != 0 || !is_table({dependency->classid, dependency->objid})) return true;
  if (dependency->refclassid == NamespaceRelationId) return true;
  return dependency->refclassid == RelationRelationId &&
         is_first_parent(dependency->refobjid, dependency->objid);
}

// Or an array of one.
bool is_domain(ObjectKey key) {
  if (key.class_id != TypeRelationId) return false;
  Oid element = get_element_type(key.object_id);
  return get_typtype(OidIsValid(element) ? element : key.object_id) == TYPTYPE_DOMAIN;
}

// What of an object reaches its dependents.
enum class Reach {
  kName,     // it was renamed, and they name it
  kBase,     // they have a domain over it: columns tell what is behind
  kDefaults  // a domain: columns take NOT NULL and default from it
};

// Finds everything whose definition names one of the renamed objects.
struct Search {
  Reach reach;
  KeySet expanded[3];  // by reach
  Vec<ObjectKey> found;

  // What depends on an object names it. `column` is 0 where the whole object was renamed. What
  // stands at an index whose constraint depends on the columns in its place, the constraint tells.
  void follow(ObjectKey key, int16 column) {
    for (const Row& row : dependencies_on(key.class_id, key.object_id, column)) {
      auto* dependency = row.as<FormData_pg_depend>();
      add({dependency->classid, dependency->objid}, dependency);
    }
  }

  void add(ObjectKey dependent, const FormData_pg_depend* dependency) {
    if (reach == Reach::kName) {
      if (is_named(dependency))
        add_named(dependent, {dependency->refclassid, dependency->refobjid});
    } else if (dependent.class_id == TypeRelationId) {
      char type = get_typtype(dependent.object_id);
      if (type == TYPTYPE_DOMAIN || type == TYPTYPE_BASE) expand(dependent);
    } else if (is_relation(dependent, reach == Reach::kBase ? "rpfvm" : "rpf")) {
      found.push(dependent);
    }
  }

  // Arrays and row types carry the name on to what has them, domains to columns, but not that of
  // another domain, which is not what is behind; a range has a name of its own.
  void add_type(ObjectKey type, ObjectKey named) {
    found.push(type);
    switch (get_typtype(type.object_id)) {
      case TYPTYPE_RANGE:
        break;
      case TYPTYPE_MULTIRANGE:
        // Moves with its schema only; the range tells where it lies.
        found.push({TypeRelationId, get_multirange_range(type.object_id)});
        break;
      case TYPTYPE_DOMAIN:
        if (!is_domain(named)) expand_with(Reach::kBase, type);
        break;
      default:
        expand(type);
    }
  }

  void add_named(ObjectKey dependent, ObjectKey named) {
    switch (dependent.class_id) {
      case TypeRelationId:
        add_type(dependent, named);
        break;
      case RelationRelationId:
      case ProcedureRelationId:
        found.push(dependent);
        break;
      case RewriteRelationId:
        found.push({RelationRelationId, view_of(dependent.object_id)});
        break;
      case AttrDefaultRelationId:
      case ConstraintRelationId:
        for (ObjectKey owner : owners_of(dependent, kLatest)) found.push(owner);
        break;
      default:
        break;  // no definition names it
    }
  }

  void expand(ObjectKey key) {
    if (!expanded[static_cast<int>(reach)].add(key)) return;
    CHECK_FOR_INTERRUPTS();
    follow(key, 0);
    if (key.class_id == NamespaceRelationId) expand_members(key);
  }

  void expand_with(Reach other, ObjectKey key) {
    Reach before = std::exchange(reach, other);
    expand(key);
    reach = before;
  }

  // What lies in a renamed schema goes by another name itself.
  void expand_members(ObjectKey schema) {
    for (const Row& row : dependencies_on(schema.class_id, schema.object_id, 0)) {
      auto* dependency = row.as<FormData_pg_depend>();
      expand({dependency->classid, dependency->objid});
    }
  }
};

bool is_renamed(const ObjectImage& before, const ObjectImage& after) {
  return !same_text(before.name, after.name) || !same_text(before.schema, after.schema);
}

// Columns take NOT NULL and default from their domain.
bool is_altered_domain(const ObjectImage& before, const ObjectImage& after) {
  if (strcmp(after.kind, "domain") != 0) return false;
  return !same_value(before.row, after.row, Anum_pg_type_typnotnull) ||
         !same_value(before.row, after.row, Anum_pg_type_typdefaultbin);
}

// Nothing that depends on an index names it, nor on what has no definition.
bool is_named_by_others(const ObjectImage& object) {
  switch (object.key.class_id) {
    case RelationRelationId:
      return strcmp(object.kind, "index") != 0;
    case TypeRelationId:
    case ProcedureRelationId:
    case NamespaceRelationId:
      return true;
    default:
      return false;
  }
}

void follow_columns(const ObjectImage& before, const ObjectImage& after, Search& search) {
  const Parts& old_columns = parts_of(before, Sort::kColumn);
  for (const Part& column : parts_of(after, Sort::kColumn)) {
    const Part* old = find_part(old_columns, column);
    if (old != nullptr && !same_value(old->row, column.row, Anum_pg_attribute_attname))
      search.follow(after.key, static_cast<int16>(column.id));
  }
}

void follow_renamed(const ObjectImage& before, const ObjectImage& after, Search& search) {
  if (!is_named_by_others(after)) return;
  if (is_renamed(before, after)) search.expand(after.key);
  if (is_altered_domain(before, after)) search.expand_with(Reach::kDefaults, after.key);
  if (after.key.class_id == RelationRelationId) follow_columns(before, after, search);
}

bool is_exclusion(Oid constraint) {
  Row row = find_object({ConstraintRelationId, ConstraintOidIndexId}, constraint, kLatest);
  return row && row.as<FormData_pg_constraint>()->contype == CONSTRAINT_EXCLUSION;
}

// The table whose exclusion constraint tells the options of the index behind it.
void follow_index(const ObjectImage& before, const ObjectImage& after, Search& search) {
  if (strcmp(after.kind, "index") != 0) return;
  if (same_value(before.row, after.row, Anum_pg_class_reloptions)) return;
  Oid constraint = get_index_constraint(after.key.object_id);
  if (!OidIsValid(constraint) || !is_exclusion(constraint)) return;
  for (ObjectKey owner : owners_of({ConstraintRelationId, constraint}, kLatest))
    search.found.push(owner);
}

bool is_valid_index(Oid index, Snapshot snapshot) {
  Row row =
      find_row({IndexRelationId, IndexRelidIndexId}, {{Anum_pg_index_indexrelid, index}}, snapshot);
  return row && row.as<FormData_pg_index>()->indisvalid;
}

// The indexes that CREATE INDEX CONCURRENTLY left invalid: they are made anew with their table.
void follow_rewritten(const ObjectImage& before, const ObjectImage& after, Search& search) {
  if (after.key.class_id != RelationRelationId || strcmp(after.kind, "index") == 0) return;
  if (same_value(before.row, after.row, Anum_pg_class_relfilenode)) return;
  for (const Row& row : find_rows({IndexRelationId, IndexIndrelidIndexId},
                                  {{Anum_pg_index_indrelid, after.key.object_id}}, kLatest)) {
    Oid index = row.as<FormData_pg_index>()->indexrelid;
    if (row.as<FormData_pg_index>()->indisvalid && !is_valid_index(index, before.snapshot))
      search.found.push({RelationRelationId, index});
  }
}

char persistence(Oid relation, Snapshot snapshot) {
  Row row = find_object({RelationRelationId, ClassOidIndexId}, relation, snapshot);
  return row ? row.as<FormData_pg_class>()->relpersistence : '\0';
}

// The sequences of its columns, which become unlogged or logged with the table.
void follow_persistence(const ObjectImage& before, const ObjectImage& after, Search& search) {
  if (!is_table(after.key)) return;
  if (same_value(before.row, after.row, Anum_pg_class_relpersistence)) return;
  ListCell* cell;
  foreach (cell, getOwnedSequences(after.key.object_id)) {
    Oid sequence = lfirst_oid(cell);
    if (persistence(sequence, before.snapshot) != persistence(sequence, kLatest))
      search.found.push({RelationRelationId, sequence});
  }
}

// The objects found, sorted and unique, without those that have changed anyhow.
Vec<ObjectKey> others(Vec<ObjectKey>& found, const Changes& changes) {
  std::sort(found.begin(), found.end());
  ObjectKey* end = std::unique(found.begin(), found.end());
  Vec<ObjectKey> result = {};
  for (ObjectKey* key = found.begin(); key != end; key++)
    if (find_class(key->class_id) != nullptr && !is_among(changes, *key)) result.push(*key);
  return result;
}

// What lies in a renamed schema has moved, too.
const char* previous_schema(const Image& before, const Image& after, const ObjectImage& object) {
  for (const ObjectImage& now : after.objects) {
    if (now.key.class_id != NamespaceRelationId || !same_text(now.name, object.schema)) continue;
    const ObjectImage* old = before.find(now.key);
    return old == nullptr || same_text(old->name, now.name) ? nullptr : old->name;
  }
  return nullptr;
}

Change moved_definition(const Image& before, const Image& after, const ObjectImage& object) {
  Change change = altered_definition(object);
  change.previous_schema = previous_schema(before, after, object);
  return change;
}

}  // namespace

Changes changed_dependents(const Image& before, const Image& after, const Changes& changes) {
  Changes dependents = {};
  if (changes.size == 0) return dependents;
  Search search = {};
  for (const ObjectImage& now : after.objects) {
    const ObjectImage* old = before.find(now.key);
    if (old == nullptr) continue;
    follow_renamed(*old, now, search);
    follow_index(*old, now, search);
    follow_rewritten(*old, now, search);
    follow_persistence(*old, now, search);
  }
  for (const ObjectImage& object :
       read_image(others(search.found, changes), kLatest, kLatest, {}).objects)
    if (!is_among(changes, object.key)) dependents.push(moved_definition(before, after, object));
  add_views_above(before, after, changes, dependents);
  return dependents;
}

}  // namespace ddltrail
