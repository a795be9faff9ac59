#include "image.h"

#include <algorithm>

#include "query.h"

namespace ddltrail {

namespace {

const Oid kKeyTypes[] = {OIDARRAYOID, OIDARRAYOID};

// The option pg_attver is the server's own count of the rewrites of a table.
// Expressions are stored with the place of their text in the statement, which is no part of what
// they say.
#define STRIPPED(tree)                             \
  "pg_catalog.md5(pg_catalog.regexp_replace(" tree \
  "::pg_catalog.text, ':(location|stmt_location|stmt_len) -?[0-9]+', '', 'g'))"
#define OURS(schema) \
  schema ".nspname !~ '^pg_' AND " schema ".nspname NOT IN ('information_schema', 'ddltrail')"
#define KEYS(catalog)                                                                             \
  "(SELECT key.object FROM ROWS FROM (pg_catalog.unnest($1), pg_catalog.unnest($2)) key (class, " \
  "object)"                                                                                       \
  " WHERE key.class = '" catalog "'::pg_catalog.regclass)"
#define COMMENT(catalog, object, sub)                                                          \
  " LEFT JOIN pg_catalog.pg_description d ON d.objoid = " object " AND d.classoid = '" catalog \
  "'::pg_catalog.regclass AND d.objsubid = " sub

Query image_query = {
    // Relations. The flag of an index says whether it is valid.
    "SELECT 'a' AS part, 'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid AS class,"
    " c.oid AS object, 0::pg_catalog.int8 AS sub, c.relname::pg_catalog.text AS name,"
    " n.nspname::pg_catalog.text AS schema,"
    " CASE c.relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'partitioned table'"
    "   WHEN 'f' THEN 'foreign table' WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view'"
    "   WHEN 'S' THEN 'sequence' ELSE 'index' END AS kind,"
    " CASE WHEN c.relkind NOT IN ('i', 'I')"
    "   THEN pg_catalog.pg_get_userbyid(c.relowner)::pg_catalog.text END AS owner,"
    " pg_catalog.to_jsonb(c.relacl::pg_catalog.text[])::pg_catalog.text AS acl,"
    " d.description AS comment,"
    " CASE WHEN i.indexrelid IS NOT NULL THEN pg_catalog.concat_ws(' ', c.relam, i.indrelid,"
    "     i.indkey, i.indclass, i.indcollation, i.indoption, i.indnkeyatts, i.indisunique, i.indisprimary,"
    "     " STRIPPED("i.indexprs") ", " STRIPPED("i.indpred") ")"
    "   WHEN rule.oid IS NOT NULL THEN " STRIPPED("rule.ev_action")
    "   END AS body,"
    " pg_catalog.concat_ws(' ', c.relpersistence, c.reloptions, c.reltablespace, c.relrowsecurity,"
    "   c.relforcerowsecurity, c.relreplident, c.relispartition, c.reloftype,"
    "   CASE WHEN c.relkind IN ('r', 'm') THEN c.relam END, c.relpartbound,"
    "   i.indisclustered, i.indisreplident, seq.seqtypid, seq.seqstart, seq.seqincrement, seq.seqmax,"
    "   seq.seqmin, seq.seqcache, seq.seqcycle, f.ftserver, f.ftoptions, (SELECT"
    "   pg_catalog.string_agg(h.inhparent::pg_catalog.text, ',' ORDER BY h.inhseqno)"
    "   FROM pg_catalog.pg_inherits h WHERE h.inhrelid = c.oid)) AS rest,"
    " CASE WHEN i.indexrelid IS NOT NULL THEN i.indisvalid::pg_catalog.text END AS flags,"
    " NULL AS columns, NULL AS tree, 0::pg_catalog.float8 AS place"
    " FROM pg_catalog.pg_class c"
    " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
    COMMENT("pg_catalog.pg_class", "c.oid", "0")
    " LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid"
    " LEFT JOIN pg_catalog.pg_rewrite rule ON rule.ev_class = c.oid AND rule.rulename = '_RETURN'"
    " LEFT JOIN pg_catalog.pg_sequence seq ON seq.seqrelid = c.oid"
    " LEFT JOIN pg_catalog.pg_foreign_table f ON f.ftrelid = c.oid"
    " WHERE c.oid IN " KEYS("pg_catalog.pg_class")
    " AND c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S', 'i', 'I') AND c.relpersistence <> 't' AND " OURS("n")
    // Types, without those that come with something else: of tables, arrays, multiranges.
    " UNION ALL SELECT 'a', 'pg_catalog.pg_type'::pg_catalog.regclass, t.oid, 0, t.typname, n.nspname,"
    " CASE t.typtype WHEN 'e' THEN 'enum' WHEN 'd' THEN 'domain' WHEN 'c' THEN 'composite type'"
    "   WHEN 'r' THEN 'range type' ELSE 'base type' END,"
    " pg_catalog.pg_get_userbyid(t.typowner)::pg_catalog.text,"
    " pg_catalog.to_jsonb(t.typacl::pg_catalog.text[])::pg_catalog.text, d.description,"
    " pg_catalog.concat_ws(' ', t.typnotnull, t.typbasetype, t.typtypmod, t.typcollation,"
    "   COALESCE(" STRIPPED("t.typdefaultbin") ", t.typdefault), t.typinput, t.typoutput),"
    " NULL, NULL, NULL, NULL, 0"
    " FROM pg_catalog.pg_type t"
    " JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace"
    COMMENT("pg_catalog.pg_type", "t.oid", "0")
    " LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid"
    " LEFT JOIN pg_catalog.pg_type item ON item.oid = t.typelem AND item.typarray = t.oid"
    " WHERE t.oid IN " KEYS("pg_catalog.pg_type")
    " AND t.typtype IN ('e', 'd', 'c', 'r', 'b') AND item.oid IS NULL"
    " AND (t.typtype <> 'c' OR c.relkind = 'c') AND " OURS("n")
    // Schemas.
    " UNION ALL SELECT 'a', 'pg_catalog.pg_namespace'::pg_catalog.regclass, n.oid, 0, n.nspname, NULL,"
    " 'schema', pg_catalog.pg_get_userbyid(n.nspowner)::pg_catalog.text,"
    " pg_catalog.to_jsonb(n.nspacl::pg_catalog.text[])::pg_catalog.text, d.description,"
    " NULL, NULL, NULL, NULL, NULL, 0"
    " FROM pg_catalog.pg_namespace n"
    COMMENT("pg_catalog.pg_namespace", "n.oid", "0")
    " WHERE n.oid IN " KEYS("pg_catalog.pg_namespace") " AND " OURS("n")
    // Routines.
    " UNION ALL SELECT 'a', 'pg_catalog.pg_proc'::pg_catalog.regclass, p.oid, 0, p.proname, n.nspname,"
    " CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END,"
    " pg_catalog.pg_get_userbyid(p.proowner)::pg_catalog.text,"
    " pg_catalog.to_jsonb(p.proacl::pg_catalog.text[])::pg_catalog.text, d.description,"
    " pg_catalog.md5(pg_catalog.concat_ws(' ', p.prolang, p.procost, p.prorows, p.provariadic, p.prokind,"
    "   p.prosecdef, p.proleakproof, p.proisstrict, p.proretset, p.provolatile, p.proparallel,"
    "   p.prorettype, p.proargtypes, p.proallargtypes, p.proargmodes, p.proargnames,"
    "   " STRIPPED("p.proargdefaults") ", p.prosrc, p.probin, " STRIPPED("p.prosqlbody") ", p.proconfig)),"
    " NULL, NULL, NULL, NULL, 0"
    " FROM pg_catalog.pg_proc p"
    " JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace"
    COMMENT("pg_catalog.pg_proc", "p.oid", "0")
    " WHERE p.oid IN " KEYS("pg_catalog.pg_proc") " AND " OURS("n")
    // Triggers.
    " UNION ALL SELECT 'a', 'pg_catalog.pg_trigger'::pg_catalog.regclass, g.oid, 0, g.tgname, n.nspname,"
    " 'trigger', NULL, NULL, d.description,"
    " pg_catalog.concat_ws(' ', g.tgrelid, g.tgfoid, g.tgtype, g.tgenabled, g.tgdeferrable,"
    "   g.tginitdeferred, g.tgattr, g.tgargs, " STRIPPED("g.tgqual") ", g.tgoldtable, g.tgnewtable),"
    " NULL, NULL, NULL, NULL, 0"
    " FROM pg_catalog.pg_trigger g"
    " JOIN pg_catalog.pg_class c ON c.oid = g.tgrelid"
    " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
    COMMENT("pg_catalog.pg_trigger", "g.oid", "0")
    " WHERE g.oid IN " KEYS("pg_catalog.pg_trigger")
    " AND NOT g.tgisinternal AND c.relpersistence <> 't' AND " OURS("n")
    // Columns, of composite types too.
    " UNION ALL SELECT 'c', r.class, r.object, a.attnum, a.attname, NULL,"
    " a.atttypid::pg_catalog.text, a.atttypmod::pg_catalog.text,"
    " pg_catalog.to_jsonb(a.attacl::pg_catalog.text[])::pg_catalog.text, d.description,"
    " " STRIPPED("e.adbin") ","
    " pg_catalog.concat_ws(' ', a.attcollation, a.attstorage, a.attcompression, a.attstattarget,"
    "   (SELECT pg_catalog.string_agg(o.option, ',') FROM pg_catalog.unnest(a.attoptions) o (option)"
    "     WHERE o.option NOT LIKE 'pg_attver=%'),"
    "   a.attfdwoptions),"
    " pg_catalog.concat(CASE WHEN a.attnotnull THEN 'n' ELSE ' ' END,"
    "   CASE WHEN a.attidentity = '' THEN ' ' ELSE a.attidentity::pg_catalog.text END,"
    "   CASE WHEN a.attgenerated = '' THEN ' ' ELSE a.attgenerated::pg_catalog.text END),"
    " NULL, e.adbin::pg_catalog.text, a.attnum"
    " FROM (SELECT 'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid, c.oid, c.oid"
    "   FROM pg_catalog.pg_class c WHERE c.oid IN " KEYS("pg_catalog.pg_class")
    "   AND c.relkind IN ('r', 'p', 'f', 'v', 'm')"
    "   UNION ALL SELECT 'pg_catalog.pg_type'::pg_catalog.regclass, t.oid, t.typrelid"
    "   FROM pg_catalog.pg_type t WHERE t.oid IN " KEYS("pg_catalog.pg_type")
    "   AND t.typtype = 'c') r (class, object, relation)"
    " JOIN pg_catalog.pg_attribute a ON a.attrelid = r.relation AND a.attnum > 0 AND NOT a.attisdropped"
    " LEFT JOIN pg_catalog.pg_attrdef e ON e.adrelid = a.attrelid AND e.adnum = a.attnum"
    COMMENT("pg_catalog.pg_class", "a.attrelid", "a.attnum")
    // Constraints of tables and domains. Flags: validated, deferrable, deferred.
    " UNION ALL SELECT 'k', CASE WHEN k.contypid = 0 THEN 'pg_catalog.pg_class'::pg_catalog.regclass"
    "   ELSE 'pg_catalog.pg_type'::pg_catalog.regclass END,"
    " CASE WHEN k.contypid = 0 THEN k.conrelid ELSE k.contypid END, k.oid::pg_catalog.int8, k.conname, NULL,"
    " k.contype::pg_catalog.text, NULL, NULL, d.description,"
    " pg_catalog.concat_ws(' ', k.contype, k.conkey, k.confrelid, k.confkey, k.confupdtype, k.confdeltype,"
    "   k.confmatchtype, k.conexclop, k.connoinherit, " STRIPPED("k.conbin") "),"
    " NULL,"
    " pg_catalog.concat(CASE WHEN k.convalidated THEN 'v' ELSE ' ' END,"
    "   CASE WHEN k.condeferrable THEN 'd' ELSE ' ' END, CASE WHEN k.condeferred THEN 'i' ELSE ' ' END),"
    " COALESCE((SELECT pg_catalog.jsonb_agg(a.attname ORDER BY"
    "   CASE WHEN k.contype = 'c' THEN a.attnum::pg_catalog.int8 ELSE u.place END)"
    "   FROM pg_catalog.unnest(k.conkey) WITH ORDINALITY u (number, place)"
    "   LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number"
    "     AND u.number <> 0)::pg_catalog.text, '[]'),"
    " NULL, k.oid::pg_catalog.int8"
    " FROM (SELECT c.* FROM pg_catalog.pg_constraint c WHERE c.conrelid IN " KEYS("pg_catalog.pg_class")
    "   AND c.conrelid <> 0"
    "   UNION ALL SELECT c.* FROM pg_catalog.pg_constraint c"
    "   WHERE c.contypid IN " KEYS("pg_catalog.pg_type") " AND c.contypid <> 0) k"
    COMMENT("pg_catalog.pg_constraint", "k.oid", "0")
    " WHERE k.contype IN ('p', 'u', 'f', 'c', 'x')"
    " AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint origin"
    "   WHERE origin.oid = k.conparentid AND origin.conrelid = k.conrelid)"
    // Labels of enums.
    " UNION ALL SELECT 'l', 'pg_catalog.pg_type'::pg_catalog.regclass, l.enumtypid, l.oid::pg_catalog.int8,"
    " l.enumlabel, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, l.enumsortorder"
    " FROM pg_catalog.pg_enum l WHERE l.enumtypid IN " KEYS("pg_catalog.pg_type")
    " ORDER BY class, object, part, place",
    kKeyTypes, nullptr};

Query owner_query = {
    "SELECT 'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid, d.adrelid"
    " FROM pg_catalog.pg_attrdef d WHERE d.oid IN " KEYS("pg_catalog.pg_attrdef")
    " UNION SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, r.ev_class"
    " FROM pg_catalog.pg_rewrite r WHERE r.oid IN " KEYS("pg_catalog.pg_rewrite")
    " UNION SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, k.conrelid"
    " FROM pg_catalog.pg_constraint k WHERE k.oid IN " KEYS("pg_catalog.pg_constraint")
    " AND k.conrelid <> 0"
    " UNION SELECT 'pg_catalog.pg_type'::pg_catalog.regclass, k.contypid"
    " FROM pg_catalog.pg_constraint k WHERE k.oid IN " KEYS("pg_catalog.pg_constraint")
    " AND k.contypid <> 0"
    // A composite type is touched as its relation.
    " UNION SELECT 'pg_catalog.pg_type'::pg_catalog.regclass, c.reltype"
    " FROM pg_catalog.pg_class c WHERE c.oid IN " KEYS("pg_catalog.pg_class")
    " AND c.relkind = 'c'",
    kKeyTypes, nullptr};

#undef COMMENT
#undef KEYS
#undef OURS
#undef STRIPPED

// The keys as two arrays: catalogs and OIDs.
void to_arrays(const Vec<ObjectKey>& keys, Datum (&arrays)[2]) {
  auto* classes = static_cast<Datum*>(palloc(sizeof(Datum) * (keys.size + 1)));
  auto* objects = static_cast<Datum*>(palloc(sizeof(Datum) * (keys.size + 1)));
  for (int i = 0; i < keys.size; i++) {
    classes[i] = ObjectIdGetDatum(keys.items[i].class_id);
    objects[i] = ObjectIdGetDatum(keys.items[i].object_id);
  }
  arrays[0] = PointerGetDatum(construct_array(classes, keys.size, OIDOID, 4, true, TYPALIGN_INT));
  arrays[1] = PointerGetDatum(construct_array(objects, keys.size, OIDOID, 4, true, TYPALIGN_INT));
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

}  // namespace

bool has_image(Oid class_id) {
  return class_id == RelationRelationId || class_id == TypeRelationId ||
         class_id == NamespaceRelationId || class_id == ProcedureRelationId ||
         class_id == TriggerRelationId;
}

bool is_part(Oid class_id) {
  return class_id == ConstraintRelationId || class_id == AttrDefaultRelationId ||
         class_id == RewriteRelationId;
}

void add_owners(const Vec<ObjectKey>& keys, Snapshot snapshot, Vec<ObjectKey>& owners) {
  Datum arrays[2];
  to_arrays(keys, arrays);
  run_read(owner_query, arrays, snapshot);
  for (uint64 row = 0; row < SPI_processed; row++)
    owners.push({oid_field(row, 1), oid_field(row, 2)});
  SPI_freetuptable(SPI_tuptable);
}

Image read_image(const Vec<ObjectKey>& keys, Snapshot snapshot) {
  Image image = {};
  Datum arrays[2];
  to_arrays(keys, arrays);
  run_read(image_query, arrays, snapshot);
  auto* facts = static_cast<Fact*>(palloc(sizeof(Fact) * (SPI_processed + 1)));
  for (uint64 row = 0; row < SPI_processed; row++) {
    facts[row] = read_fact(row);
    add_fact(image, &facts[row]);
  }
  SPI_freetuptable(SPI_tuptable);
  return image;
}

const ObjectImage* Image::find(ObjectKey key) const {
  const ObjectImage* found =
      std::lower_bound(objects.begin(), objects.end(), key,
                       [](const ObjectImage& image, ObjectKey k) { return image.object->key < k; });
  return found != objects.end() && found->object->key == key ? found : nullptr;
}

}  // namespace ddltrail
