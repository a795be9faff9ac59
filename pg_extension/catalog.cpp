#include "catalog.h"

#include "catalog_scan.h"

namespace ddltrail {

namespace {

constexpr int kMaxCatalogs = 80;
constexpr int kMaxMatches = 3;

struct KnownShape {
  Oid catalog;
  TupleDesc shape;
};

KnownShape known_shapes[kMaxCatalogs];
int known_count = 0;

// The shapes of catalogs never change in a session, but the server's copies of them come and go.
TupleDesc copy_shape(Oid catalog, TupleDesc shape) {
  if (known_count == kMaxCatalogs) elog(ERROR, "ddltrail reads too many catalogs");
  MemoryContext old = MemoryContextSwitchTo(TopMemoryContext);
  TupleDesc copy = CreateTupleDescCopy(shape);
  MemoryContextSwitchTo(old);
  known_shapes[known_count++] = {catalog, copy};
  return copy;
}

TupleDesc known_shape(Oid catalog) {
  for (int i = 0; i < known_count; i++)
    if (known_shapes[i].catalog == catalog) return known_shapes[i].shape;
  return nullptr;
}

// The server's cache of a catalog by OID, or -1.
int cache_of(Oid catalog) {
  switch (catalog) {
    case RelationRelationId:
      return RELOID;
    case TypeRelationId:
      return TYPEOID;
    case ProcedureRelationId:
      return PROCOID;
    case NamespaceRelationId:
      return NAMESPACEOID;
    case ConstraintRelationId:
      return CONSTROID;
    default:
      return -1;
  }
}

// Hands copies of the matching rows to `take` until it returns false.
template <typename Take>
void scan(Place place, std::span<ScanKeyData> keys, Snapshot snapshot, Take&& take) {
  TupleDesc kept = known_shape(place.catalog);
  scan_catalog(place.catalog, place.index, snapshot, keys, [&](HeapTuple tuple, TupleDesc shape) {
    if (kept == nullptr) kept = copy_shape(place.catalog, shape);
    return take(Row{place.catalog, kept, heap_copytuple(tuple)});
  });
}

struct Keys {
  ScanKeyData items[kMaxMatches];
  size_t size;

  std::span<ScanKeyData> span() { return {items, size}; }
};

Keys keys_of(std::initializer_list<Match> matches) {
  Keys keys;
  keys.size = 0;
  for (const Match& match : matches) keys.items[keys.size++] = with_oid(match.column, match.value);
  return keys;
}

Rows scan_all(Place place, std::span<ScanKeyData> keys, Snapshot snapshot) {
  Rows rows = {};
  scan(place, keys, snapshot, [&](const Row& row) {
    rows.push(row);
    return true;
  });
  return rows;
}

// A row of which only the part of fixed length is known: its columns up to `last`.
Row fixed_row(Oid catalog, const void* data, size_t size, AttrNumber last) {
  int head = MAXALIGN(SizeofHeapTupleHeader);
  auto tuple = static_cast<HeapTuple>(palloc0(HEAPTUPLESIZE + head + size));
  tuple->t_len = head + size;
  tuple->t_data = reinterpret_cast<HeapTupleHeader>(reinterpret_cast<char*>(tuple) + HEAPTUPLESIZE);
  tuple->t_data->t_hoff = head;
  HeapTupleHeaderSetNatts(tuple->t_data, last);
  memcpy(GETSTRUCT(tuple), data, size);
  return {catalog, catalog_shape(catalog), tuple};
}

constexpr Place kColumns = {AttributeRelationId, AttributeRelidNumIndexId};

// The columns of a relation whose number compares so with another.
Keys column_keys(Oid relation, StrategyNumber strategy, RegProcedure compare, AttrNumber number) {
  Keys keys = keys_of({{Anum_pg_attribute_attrelid, relation}});
  ScanKeyInit(&keys.items[keys.size++], Anum_pg_attribute_attnum, strategy, compare,
              Int16GetDatum(number));
  return keys;
}

Keys keys_of_column(Oid relation, AttrNumber number) {
  return column_keys(relation, BTEqualStrategyNumber, F_INT2EQ, number);
}

Row find_local_comment(Oid class_id, Oid object_id, int32 sub_id, Snapshot snapshot) {
  Rows rows =
      find_rows({DescriptionRelationId, DescriptionObjIndexId},
                {{Anum_pg_description_objoid, object_id}, {Anum_pg_description_classoid, class_id}},
                snapshot);
  for (const Row& row : rows)
    if (row.as<FormData_pg_description>()->objsubid == sub_id) return row;
  return {};
}

// Not subscriptions, whose catalog is shared though.
bool has_shared_comments(Oid class_id) {
  return class_id == AuthIdRelationId || class_id == DatabaseRelationId ||
         class_id == TableSpaceRelationId;
}

const char* text_of(const Row& row, AttrNumber column) {
  if (!row) return nullptr;
  bool is_null;
  Datum value = row.get(column, &is_null);
  return is_null ? nullptr : TextDatumGetCString(value);
}

}  // namespace

Oid Row::oid(AttrNumber column) const {
  bool is_null;
  Datum value = get(column, &is_null);
  return is_null ? InvalidOid : DatumGetObjectId(value);
}

const char* Row::name(AttrNumber column) const {
  if (column == InvalidAttrNumber) return nullptr;
  bool is_null;
  Datum value = get(column, &is_null);
  if (is_null) return nullptr;
  if (TupleDescAttr(shape, column - 1)->atttypid == TEXTOID) return TextDatumGetCString(value);
  return pstrdup(NameStr(*DatumGetName(value)));
}

int64 Row::number(AttrNumber column) const {
  bool is_null;
  Datum value = get(column, &is_null);
  if (is_null) return 0;
  int length = TupleDescAttr(shape, column - 1)->attlen;
  if (length == 1) return DatumGetChar(value);
  return length == 2 ? DatumGetInt16(value) : DatumGetInt32(value);
}

TupleDesc catalog_shape(Oid catalog) {
  TupleDesc known = known_shape(catalog);
  if (known != nullptr) return known;
  Relation relation = table_open(catalog, AccessShareLock);
  TupleDesc shape = copy_shape(catalog, RelationGetDescr(relation));
  table_close(relation, AccessShareLock);
  return shape;
}

Row find_object(Place place, Oid object_id, Snapshot snapshot) {
  int cache = snapshot == kLatest ? cache_of(place.catalog) : -1;
  // The OID is the first column of every catalog that has one.
  if (cache < 0) return find_row(place, {{1, object_id}}, snapshot);
  HeapTuple tuple = SearchSysCacheCopy1(cache, ObjectIdGetDatum(object_id));
  return {place.catalog, catalog_shape(place.catalog), HeapTupleIsValid(tuple) ? tuple : nullptr};
}

Row find_row(Place place, std::initializer_list<Match> matches, Snapshot snapshot) {
  Row found = {};
  Keys keys = keys_of(matches);
  scan(place, keys.span(), snapshot, [&](const Row& row) {
    found = row;
    return false;
  });
  return found;
}

Rows find_rows(Place place, std::initializer_list<Match> matches, Snapshot snapshot) {
  Keys keys = keys_of(matches);
  return scan_all(place, keys.span(), snapshot);
}

Row find_new_relation(Oid id) {
  Relation relation = RelationIdGetRelation(id);
  if (relation == nullptr) return {};
  Row row =
      fixed_row(RelationRelationId, relation->rd_rel, CLASS_TUPLE_SIZE, Anum_pg_class_relminmxid);
  RelationClose(relation);
  return row;
}

Rows find_new_columns(Oid id, AttrNumber above) {
  Rows rows = {};
  Relation relation = RelationIdGetRelation(id);
  if (relation == nullptr) return rows;
  TupleDesc shape = RelationGetDescr(relation);
  for (int i = above; i < shape->natts; i++)
    rows.push(fixed_row(AttributeRelationId, TupleDescAttr(shape, i), ATTRIBUTE_FIXED_PART_SIZE,
                        Anum_pg_attribute_attcollation));
  RelationClose(relation);
  return rows;
}

Rows dependencies_on(Oid class_id, Oid object_id, int32 sub_id) {
  ScanKeyData keys[] = {with_oid(Anum_pg_depend_refclassid, class_id),
                        with_oid(Anum_pg_depend_refobjid, object_id),
                        {}};
  ScanKeyInit(&keys[2], Anum_pg_depend_refobjsubid, BTEqualStrategyNumber, F_INT4EQ,
              Int32GetDatum(sub_id));
  size_t count = sub_id == 0 ? 2 : 3;
  return scan_all({DependRelationId, DependReferenceIndexId}, {keys, count}, kLatest);
}

Rows find_columns(Oid relation, Snapshot snapshot) {
  Keys keys = column_keys(relation, BTGreaterStrategyNumber, F_INT2GT, 0);
  return scan_all(kColumns, keys.span(), snapshot);
}

Row find_column(Oid relation, AttrNumber number, Snapshot snapshot) {
  Keys keys = keys_of_column(relation, number);
  Rows rows = scan_all(kColumns, keys.span(), snapshot);
  return rows.size == 0 ? Row{} : rows.items[0];
}

const char* find_comment(Oid class_id, Oid object_id, int32 sub_id, Snapshot snapshot) {
  if (!has_shared_comments(class_id))
    return text_of(find_local_comment(class_id, object_id, sub_id, snapshot),
                   Anum_pg_description_description);
  Row row = find_row(
      {SharedDescriptionRelationId, SharedDescriptionObjIndexId},
      {{Anum_pg_shdescription_objoid, object_id}, {Anum_pg_shdescription_classoid, class_id}},
      snapshot);
  return text_of(row, Anum_pg_shdescription_description);
}

}  // namespace ddltrail
