#include "dependents.h"

#include <algorithm>

#include "diff.h"
#include "key_set.h"
#include "parts.h"
#include "property.h"
#include "views_above.h"

namespace ddltrail {

namespace {

// Finds everything whose definition names one of the renamed objects.
struct Search {
  bool is_renamed;  // else only what columns take from their domain has changed
  KeySet expanded;
  Vec<ObjectKey> found;

  Rows dependencies_on(ObjectKey key) const {
    return find_rows(
        {DependRelationId, DependReferenceIndexId},
        {{Anum_pg_depend_refclassid, key.class_id}, {Anum_pg_depend_refobjid, key.object_id}},
        kLatest);
  }

  // What depends on an object names it. `column` is 0 where the whole object was renamed.
  void follow(ObjectKey key, int16 column) {
    for (const Row& row : dependencies_on(key)) {
      auto* dependency = row.as<FormData_pg_depend>();
      if (column == 0 || dependency->refobjsubid == column)
        add({dependency->classid, dependency->objid});
    }
    if (key.class_id == RelationRelationId) add_indexes(key.object_id, column);
  }

  void add(ObjectKey dependent) {
    switch (dependent.class_id) {
      case TypeRelationId:
        // Arrays, row types and domains carry the name on to the columns that have them.
        found.push(dependent);
        expand(dependent);
        break;
      case RelationRelationId:
        found.push(dependent);
        break;
      case ProcedureRelationId:
        if (is_renamed) found.push(dependent);
        break;
      case TriggerRelationId:
        break;
      default:
        for (ObjectKey owner : owners_of(dependent, kLatest)) found.push(owner);
    }
  }

  // Those of constraints depend on the constraint alone.
  void add_indexes(Oid relation, int16 column) {
    for (const Row& row : find_rows({IndexRelationId, IndexIndrelidIndexId},
                                    {{Anum_pg_index_indrelid, relation}}, kLatest)) {
      auto* index = row.as<FormData_pg_index>();
      auto* columns = index->indkey.values;
      if (column == 0 ||
          std::find(columns, columns + index->indnatts, column) != columns + index->indnatts)
        found.push({RelationRelationId, index->indexrelid});
    }
  }

  void expand(ObjectKey key) {
    if (!expanded.add(key)) return;
    CHECK_FOR_INTERRUPTS();
    follow(key, 0);
    if (key.class_id == NamespaceRelationId) expand_members(key);
  }

  // What lies in a renamed schema goes by another name itself.
  void expand_members(ObjectKey schema) {
    for (const Row& row : dependencies_on(schema)) {
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
  search.is_renamed = is_renamed(before, after);
  if (search.is_renamed || is_altered_domain(before, after)) search.expand(after.key);
  search.is_renamed = true;
  if (after.key.class_id == RelationRelationId) follow_columns(before, after, search);
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

}  // namespace

Changes changed_dependents(const Image& before, const Image& after, const Changes& changes) {
  Changes dependents = {};
  if (changes.size == 0) return dependents;
  Search search = {true, make_key_set(), {}};
  for (const ObjectImage& now : after.objects)
    if (const ObjectImage* old = before.find(now.key)) follow_renamed(*old, now, search);
  for (const ObjectImage& object :
       read_image(others(search.found, changes), kLatest, kLatest, {}).objects)
    if (!is_among(changes, object.key)) dependents.push(altered_definition(object));
  add_views_above(before, after, changes, dependents);
  return dependents;
}

}  // namespace ddltrail
