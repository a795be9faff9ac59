#include "image.h"

#include <algorithm>

#include "image_queries.h"

namespace ddltrail {

namespace {

const Oid kPartTypes[] = {OIDARRAYOID, OIDARRAYOID, OIDARRAYOID, OIDARRAYOID};
constexpr Oid kPartClasses[] = {AttrDefaultRelationId, RewriteRelationId, ConstraintRelationId,
                                TriggerRelationId};

Query owner_query = {
    "SELECT 'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid, d.adrelid"
    " FROM pg_catalog.pg_attrdef d WHERE d.oid = ANY ($1)"
    " UNION SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, r.ev_class"
    " FROM pg_catalog.pg_rewrite r WHERE r.oid = ANY ($2)"
    " UNION SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, k.conrelid"
    " FROM pg_catalog.pg_constraint k WHERE k.oid = ANY ($3) AND k.conrelid <> 0"
    " UNION SELECT 'pg_catalog.pg_type'::pg_catalog.regclass, k.contypid"
    " FROM pg_catalog.pg_constraint k WHERE k.oid = ANY ($3) AND k.contypid <> 0"
    // INSTEAD OF: these alone count in what is said of the view.
    " UNION SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, g.tgrelid"
    " FROM pg_catalog.pg_trigger g WHERE g.oid = ANY ($4) AND g.tgtype & 64 <> 0",
    kPartTypes, nullptr};

// The OIDs among the keys that are of one catalog, as an array.
Datum objects_of(const Vec<ObjectKey>& keys, Oid class_id, int* count) {
  auto* objects = static_cast<Datum*>(palloc(sizeof(Datum) * (keys.size + 1)));
  *count = 0;
  for (ObjectKey key : keys)
    if (key.class_id == class_id) objects[(*count)++] = ObjectIdGetDatum(key.object_id);
  return PointerGetDatum(construct_array(objects, *count, OIDOID, sizeof(Oid), true, TYPALIGN_INT));
}

Fact read_fact(uint64 row) {
  Fact fact;
  fact.part = static_cast<Fact::Part>(*field(row, 1));
  fact.key = {oid_field(row, 2), oid_field(row, 3)};
  fact.sub_id = strtoll(field(row, 4), nullptr, 10);
  const char** texts[] = {&fact.name,  &fact.schema,  &fact.kind, &fact.owner,
                          &fact.acl,   &fact.comment, &fact.body, &fact.rest,
                          &fact.flags, &fact.columns, &fact.tree};
  int column = 5;
  for (const char** text : texts) *text = field(row, column++);
  return fact;
}

void add_fact(Image& image, const Fact* fact) {
  if (fact->part == Fact::kObject) {
    image.objects.push({fact, fact + 1, 0});
    return;
  }
  // Parts of objects that do not concern us have nothing to belong to.
  if (image.objects.size == 0) return;
  ObjectImage& last = image.objects.items[image.objects.size - 1];
  if (last.object->key == fact->key) last.part_count++;
}

void read_objects(Query& query, Datum objects, Snapshot snapshot, Image& image) {
  run_read(query, {&objects, 1}, snapshot);
  auto* facts = static_cast<Fact*>(palloc(sizeof(Fact) * (SPI_processed + 1)));
  for (uint64 row = 0; row < SPI_processed; row++) {
    facts[row] = read_fact(row);
    add_fact(image, &facts[row]);
  }
  SPI_freetuptable(SPI_tuptable);
}

}  // namespace

bool has_image(Oid class_id) {
  auto queries = image_queries();
  return std::any_of(queries.begin(), queries.end(),
                     [&](const ImageQuery& query) { return query.class_id == class_id; });
}

bool is_part(Oid class_id) {
  return std::find(std::begin(kPartClasses), std::end(kPartClasses), class_id) !=
         std::end(kPartClasses);
}

void add_owners(const Vec<ObjectKey>& parts, Snapshot snapshot, Vec<ObjectKey>& owners) {
  if (parts.size == 0) return;
  Datum arrays[std::size(kPartClasses)];
  int count;
  for (size_t i = 0; i < std::size(kPartClasses); i++)
    arrays[i] = objects_of(parts, kPartClasses[i], &count);
  run_read(owner_query, arrays, snapshot);
  for (uint64 row = 0; row < SPI_processed; row++)
    owners.push({oid_field(row, 1), oid_field(row, 2)});
  SPI_freetuptable(SPI_tuptable);
}

Image read_image(const Vec<ObjectKey>& keys, Snapshot snapshot) {
  Image image = {};
  for (ImageQuery& each : image_queries()) {
    int count;
    Datum objects = objects_of(keys, each.class_id, &count);
    if (count > 0) read_objects(each.query, objects, snapshot, image);
  }
  return image;
}

const ObjectImage* Image::find(ObjectKey key) const {
  const ObjectImage* found =
      std::lower_bound(objects.begin(), objects.end(), key,
                       [](const ObjectImage& image, ObjectKey k) { return image.object->key < k; });
  return found != objects.end() && found->object->key == key ? found : nullptr;
}

}  // namespace ddltrail
