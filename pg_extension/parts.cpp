#include "parts.h"

#include "constraint.h"
#include "insertable.h"

namespace ddltrail {

namespace {

bool is_column_of_type(const PartSource& source) {
  return source.class_id == TypeRelationId && source.sort == Sort::kColumn;
}

// The OID that the parts refer to: the attributes of a composite type stand at the relation behind
// it.
Oid owner_of(const ObjectImage& object, const PartSource& source) {
  return is_column_of_type(source) ? object.row.as<FormData_pg_type>()->typrelid
                                   : object.key.object_id;
}

// The catalogs say of relations whether a look at the others is worth it.
bool may_have(const ObjectImage& object, const PartSource& source) {
  if (source.class_id != object.key.class_id) return false;
  if (source.relkinds == nullptr) return true;
  auto* relation = object.row.as<FormData_pg_class>();
  if (strchr(source.relkinds, relation->relkind) == nullptr) return false;
  if (source.sort == Sort::kRule) return relation->relhasrules;
  return source.sort != Sort::kTrigger || relation->relhastriggers;
}

bool is_column(const FormData_pg_attribute* column) {
  return column->attnum > 0 && !column->attisdropped;
}

bool counts(const Row& row, Snapshot snapshot) {
  switch (row.catalog) {
    case TriggerRelationId:
      return takes_inserts(row.as<FormData_pg_trigger>()->tgtype);
    case ConstraintRelationId:
      return constraint_kind(row.as<FormData_pg_constraint>()->contype) != nullptr &&
             !is_twin(*row.as<FormData_pg_constraint>(), snapshot);
    default:
      return true;
  }
}

int64 id_of(const PartSource& source, const Row& row) {
  return source.id == 0 ? 0 : row.number(source.id);
}

void read_source(const ObjectImage& object, const PartSource& source, Parts& parts) {
  Oid owner = owner_of(object, source);
  if (!OidIsValid(owner)) return;
  for (const Row& row : find_rows(source.place, {{source.owner, owner}}, object.snapshot))
    if (counts(row, object.snapshot)) parts.push({&source, id_of(source, row), row, {}});
}

Part* with_number(Parts& columns, int64 number) {
  for (Part& column : columns)
    if (column.id == number) return &column;
  return nullptr;
}

void add_expressions(Parts& columns, Snapshot snapshot) {
  Oid relation = columns.items[0].row.as<FormData_pg_attribute>()->attrelid;
  for (const Row& row : find_rows({AttrDefaultRelationId, AttrDefaultIndexId},
                                  {{Anum_pg_attrdef_adrelid, relation}}, snapshot)) {
    Part* column = with_number(columns, row.as<FormData_pg_attrdef>()->adnum);
    if (column != nullptr) column->expression = row;
  }
}

bool have_expressions(const Parts& columns) {
  for (const Part& column : columns)
    if (column.row.as<FormData_pg_attribute>()->atthasdef) return true;
  return false;
}

Parts read_parts(const ObjectImage& object, Sort sort) {
  Parts parts = {};
  for (const PartSource& source : part_sources())
    if (source.sort == sort && may_have(object, source)) read_source(object, source, parts);
  return parts;
}

const Parts* keep(const Parts& parts) {
  auto* kept = static_cast<Parts*>(palloc(sizeof(Parts)));
  *kept = parts;
  return kept;
}

const PartSource* column_source(const ObjectImage& object) {
  for (const PartSource& source : part_sources())
    if (source.sort == Sort::kColumn && may_have(object, source)) return &source;
  return nullptr;
}

void add_column(const PartSource* source, const Row& row, Parts& columns) {
  if (row && is_column(row.as<FormData_pg_attribute>()))
    columns.push({source, id_of(*source, row), row, {}});
}

// Of a relation. Columns are numbered in the order in which they are added: those above are new.
AttrNumber count_columns(const ObjectImage& before) {
  return before.row.as<FormData_pg_class>()->relnatts;
}

// Makes them the object's.
void keep_columns(const ObjectImage& object, Parts& columns) {
  if (have_expressions(columns)) add_expressions(columns, object.snapshot);
  object.parts[static_cast<int>(Sort::kColumn)] = keep(columns);
}

// The columns of both states of an object, as far as the command can have changed them.
struct Columns {
  const ObjectImage& before;
  const ObjectImage& after;
  const Command* command;
  const PartSource* source;
  Oid relation;
  Parts old_columns;
  Parts new_columns;

  HeapTuple renamed() const {
    const Touch* touch = find_touch(command, after.key);
    return touch == nullptr ? nullptr : touch->renamed;
  }

  void add(const Row& old, const Row& now) {
    add_column(source, old, old_columns);
    add_column(source, now, new_columns);
  }

  // Nothing but the name of a renamed column is different.
  void add_renamed(HeapTuple tuple) {
    Row old = {AttributeRelationId, catalog_shape(AttributeRelationId), tuple};
    Row now = {old.catalog, old.shape, heap_copytuple(tuple)};
    namestrcpy(&now.as<FormData_pg_attribute>()->attname, command->traits.renames_column->newname);
    ItemPointerSetInvalid(&now.tuple->t_self);
    add(old, now);
  }

  void add_new() {
    for (const Row& now : find_new_columns(relation, count_columns(before))) add({}, now);
  }

  Row find_before(const Row& now) const {
    AttrNumber number = now.as<FormData_pg_attribute>()->attnum;
    if (!has_written(command, now.tuple)) return now;
    if (after.key.class_id == RelationRelationId && number > count_columns(before)) return {};
    return find_column(relation, number, before.snapshot);
  }

  // A column that is dropped keeps its row as long as the relation is there.
  void add_all() {
    for (const Row& now : find_columns(relation, after.snapshot)) add(find_before(now), now);
  }

  void read() {
    if (!OidIsValid(relation)) return;
    if (HeapTuple tuple = renamed()) {
      add_renamed(tuple);
    } else if (command->traits.only_adds_columns && after.key.class_id == RelationRelationId) {
      add_new();
    } else {
      add_all();
    }
  }
};

}  // namespace

void read_columns(const ObjectImage& before, const ObjectImage& after, const Command* command) {
  const PartSource* source = column_source(after);
  Oid relation = source == nullptr ? InvalidOid : owner_of(after, *source);
  Columns columns = {before, after, command, source, relation, {}, {}};
  columns.read();
  keep_columns(before, columns.old_columns);
  keep_columns(after, columns.new_columns);
}

const Parts& parts_of(const ObjectImage& object, Sort sort) {
  const Parts*& known = object.parts[static_cast<int>(sort)];
  if (known == nullptr) known = keep(read_parts(object, sort));
  return *known;
}

const Part* find_part(const Parts& parts, const Part& like) {
  for (const Part& part : parts)
    if (part.id == like.id && part.row.catalog == like.row.catalog) return &part;
  return nullptr;
}

}  // namespace ddltrail
