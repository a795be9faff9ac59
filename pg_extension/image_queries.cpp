#include "image_queries.h"

namespace ddltrail {

namespace {

const Oid kObjects[] = {OIDARRAYOID};

// Expressions are stored with the place of their text in the statement, which is no part of what
// they say.
#define STRIPPED(tree)                             \
  "pg_catalog.md5(pg_catalog.regexp_replace(" tree \
  "::pg_catalog.text, ':(location|stmt_location|stmt_len) -?[0-9]+', '', 'g'))"
#define OURS(schema) \
  schema ".nspname !~ '^pg_' AND " schema ".nspname NOT IN ('information_schema', 'ddltrail')"
#define CLASS(catalog) "'pg_catalog." catalog "'::pg_catalog.regclass::pg_catalog.oid"
#define COMMENT(catalog, object, sub)                            \
  " LEFT JOIN pg_catalog.pg_description d ON d.objoid = " object \
  " AND d.classoid = " CLASS(catalog) " AND d.objsubid = " sub
#define ACL(column) "pg_catalog.to_jsonb(" column "::pg_catalog.text[])::pg_catalog.text"
#define OWNER(column) "pg_catalog.pg_get_userbyid(" column ")::pg_catalog.text"

// The columns of a table or of a composite type. The option pg_attver is the server's own count of
// the rewrites of a table.
#define COLUMNS(catalog, object, relations) \
  " UNION ALL SELECT 'c', " CLASS(catalog) ", " object ", a.attnum, a.attname, NULL,"           \
  " a.atttypid::pg_catalog.text, a.atttypmod::pg_catalog.text, " ACL("a.attacl") ","            \
  " d.description, " STRIPPED("e.adbin") ","                                                    \
  " pg_catalog.concat_ws(' ', a.attcollation, a.attstorage, a.attcompression, a.attstattarget," \
  "   (SELECT pg_catalog.string_agg(o.option, ',')"                                             \
  "    FROM pg_catalog.unnest(a.attoptions) o (option) WHERE o.option NOT LIKE 'pg_attver=%')," \
  "   a.attfdwoptions),"                                                                        \
  " pg_catalog.concat(CASE WHEN a.attnotnull THEN 'n' ELSE ' ' END,"                            \
  "   CASE WHEN a.attidentity = '' THEN ' ' ELSE a.attidentity::pg_catalog.text END,"           \
  "   CASE WHEN a.attgenerated = '' THEN ' ' ELSE a.attgenerated::pg_catalog.text END),"        \
  " NULL, e.adbin::pg_catalog.text, a.attnum"                                                   \
  " FROM " relations                                                                            \
  " JOIN pg_catalog.pg_attribute a"                                                             \
  "   ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped"                            \
  " LEFT JOIN pg_catalog.pg_attrdef e ON e.adrelid = a.attrelid AND e.adnum = a.attnum" COMMENT( \
      "pg_class", "a.attrelid", "a.attnum")

// The constraints of a table or a domain. Flags: validated, deferrable, deferred.
#define CONSTRAINTS(catalog, object) \
  " UNION ALL SELECT 'k', " CLASS(catalog) ", k." object ", k.oid::pg_catalog.int8, k.conname, NULL," \
  " k.contype::pg_catalog.text, NULL, NULL, d.description,"                                      \
  " pg_catalog.concat_ws(' ', k.contype, k.conkey, k.confrelid, k.confkey, k.confupdtype,"       \
  "   k.confdeltype, k.confmatchtype, k.conexclop, k.connoinherit, " STRIPPED("k.conbin") "),"   \
  " NULL,"                                                                                       \
  " pg_catalog.concat(CASE WHEN k.convalidated THEN 'v' ELSE ' ' END,"                           \
  "   CASE WHEN k.condeferrable THEN 'd' ELSE ' ' END,"                                          \
  "   CASE WHEN k.condeferred THEN 'i' ELSE ' ' END),"                                           \
  " COALESCE((SELECT pg_catalog.jsonb_agg(a.attname ORDER BY"                                    \
  "   CASE WHEN k.contype = 'c' THEN a.attnum::pg_catalog.int8 ELSE u.place END)"                \
  "   FROM pg_catalog.unnest(k.conkey) WITH ORDINALITY u (number, place)"                        \
  "   LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number"    \
  "     AND u.number <> 0)::pg_catalog.text, '[]'),"                                             \
  " NULL, k.oid::pg_catalog.int8"                                                                \
  " FROM pg_catalog.pg_constraint k" COMMENT("pg_constraint", "k.oid", "0")                      \
  " WHERE k." object " = ANY ($1) AND k.contype IN ('p', 'u', 'f', 'c', 'x')"                    \
  " AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint origin"                                 \
  "   WHERE origin.oid = k.conparentid AND origin.conrelid = k.conrelid)"

#define IN_ORDER " ORDER BY object, part, place"

// The flag of an index says whether it is valid.
constexpr char kRelations[] =
    "SELECT 'a' AS part, " CLASS("pg_class") " AS class, c.oid AS object, 0::pg_catalog.int8 AS sub,"
    " c.relname::pg_catalog.text AS name, n.nspname::pg_catalog.text AS schema,"
    " CASE c.relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'partitioned table'"
    "   WHEN 'f' THEN 'foreign table' WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view'"
    "   WHEN 'S' THEN 'sequence' ELSE 'index' END AS kind,"
    " CASE WHEN c.relkind NOT IN ('i', 'I') THEN " OWNER("c.relowner") " END AS owner,"
    " " ACL("c.relacl") " AS acl, d.description AS comment,"
    " CASE WHEN i.indexrelid IS NOT NULL THEN pg_catalog.concat_ws(' ', c.relam, i.indrelid,"
    "     i.indkey, i.indclass, i.indcollation, i.indoption, i.indnkeyatts, i.indisunique,"
    "     i.indisprimary, " STRIPPED("i.indexprs") ", " STRIPPED("i.indpred") ")"
    "   WHEN rule.oid IS NOT NULL THEN " STRIPPED("rule.ev_action") " END AS body,"
    " pg_catalog.concat_ws(' ', c.relpersistence, c.reloptions, c.reltablespace, c.relrowsecurity,"
    "   c.relforcerowsecurity, c.relreplident, c.relispartition, c.reloftype,"
    "   CASE WHEN c.relkind IN ('r', 'm') THEN c.relam END, c.relpartbound,"
    "   i.indisclustered, i.indisreplident, seq.seqtypid, seq.seqstart, seq.seqincrement,"
    "   seq.seqmax, seq.seqmin, seq.seqcache, seq.seqcycle, f.ftserver, f.ftoptions, (SELECT"
    "   pg_catalog.string_agg(h.inhparent::pg_catalog.text, ',' ORDER BY h.inhseqno)"
    "   FROM pg_catalog.pg_inherits h WHERE h.inhrelid = c.oid),"
    "   CASE WHEN c.relhasrules THEN (SELECT pg_catalog.string_agg(pg_catalog.concat_ws(' ', r.rulename,"
    "     r.ev_type, r.ev_enabled, r.is_instead, " STRIPPED("r.ev_qual") ", " STRIPPED("r.ev_action") "),"
    "     ',' ORDER BY r.rulename) FROM pg_catalog.pg_rewrite r"
    "     WHERE r.ev_class = c.oid AND r.rulename <> '_RETURN') END,"
    // An INSTEAD OF INSERT trigger makes a view insertable; the rest of it is the trigger's own.
    "   CASE WHEN c.relkind = 'v' AND EXISTS (SELECT FROM pg_catalog.pg_trigger g"
    "     WHERE g.tgrelid = c.oid AND g.tgtype & 68 = 68) THEN 'instead' END) AS rest,"
    " CASE WHEN i.indexrelid IS NOT NULL THEN i.indisvalid::pg_catalog.text END AS flags,"
    " NULL AS columns, NULL AS tree, 0::pg_catalog.float8 AS place"
    " FROM pg_catalog.pg_class c"
    " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace" COMMENT("pg_class", "c.oid", "0")
    " LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid"
    " LEFT JOIN pg_catalog.pg_rewrite rule ON rule.ev_class = c.oid AND rule.rulename = '_RETURN'"
    " LEFT JOIN pg_catalog.pg_sequence seq ON seq.seqrelid = c.oid"
    " LEFT JOIN pg_catalog.pg_foreign_table f ON f.ftrelid = c.oid"
    " WHERE c.oid = ANY ($1) AND c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S', 'i', 'I')"
    " AND c.relpersistence <> 't' AND " OURS("n")
    COLUMNS("pg_class", "c.oid", "pg_catalog.pg_class c")
    " WHERE c.oid = ANY ($1) AND c.relkind IN ('r', 'p', 'f', 'v', 'm')"
    CONSTRAINTS("pg_class", "conrelid") IN_ORDER;

// Without those that come with something else: of tables, arrays, multiranges.
constexpr char kTypes[] =
    "SELECT 'a' AS part, " CLASS("pg_type") " AS class, t.oid AS object, 0::pg_catalog.int8 AS sub,"
    " t.typname::pg_catalog.text AS name, n.nspname::pg_catalog.text AS schema,"
    " CASE t.typtype WHEN 'e' THEN 'enum' WHEN 'd' THEN 'domain' WHEN 'c' THEN 'composite type'"
    "   WHEN 'r' THEN 'range type' ELSE 'base type' END AS kind,"
    " " OWNER("t.typowner") " AS owner, " ACL("t.typacl") " AS acl, d.description AS comment,"
    " pg_catalog.concat_ws(' ', t.typnotnull, t.typbasetype, t.typtypmod, t.typcollation,"
    "   COALESCE(" STRIPPED("t.typdefaultbin") ", t.typdefault), t.typinput, t.typoutput) AS body,"
    " NULL AS rest, NULL AS flags, NULL AS columns, NULL AS tree, 0::pg_catalog.float8 AS place"
    " FROM pg_catalog.pg_type t"
    " JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace" COMMENT("pg_type", "t.oid", "0")
    " LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid"
    " LEFT JOIN pg_catalog.pg_type item ON item.oid = t.typelem AND item.typarray = t.oid"
    " WHERE t.oid = ANY ($1) AND t.typtype IN ('e', 'd', 'c', 'r', 'b') AND item.oid IS NULL"
    " AND (t.typtype <> 'c' OR c.relkind = 'c') AND " OURS("n")
    COLUMNS("pg_type", "t.oid",
            "pg_catalog.pg_type t JOIN pg_catalog.pg_class c ON c.oid = t.typrelid AND c.relkind = 'c'")
    " WHERE t.oid = ANY ($1)"
    CONSTRAINTS("pg_type", "contypid")
    " UNION ALL SELECT 'l', " CLASS("pg_type") ", l.enumtypid, l.oid::pg_catalog.int8, l.enumlabel,"
    " NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, l.enumsortorder"
    " FROM pg_catalog.pg_enum l WHERE l.enumtypid = ANY ($1)" IN_ORDER;

constexpr char kSchemas[] =
    "SELECT 'a' AS part, " CLASS("pg_namespace") " AS class, n.oid AS object, 0 AS sub,"
    " n.nspname AS name, NULL AS schema, 'schema' AS kind, " OWNER("n.nspowner") " AS owner,"
    " " ACL("n.nspacl") " AS acl, d.description AS comment, NULL AS body, NULL AS rest,"
    " NULL AS flags, NULL AS columns, NULL AS tree, 0 AS place"
    " FROM pg_catalog.pg_namespace n" COMMENT("pg_namespace", "n.oid", "0")
    " WHERE n.oid = ANY ($1) AND " OURS("n") IN_ORDER;

constexpr char kRoutines[] =
    "SELECT 'a' AS part, " CLASS("pg_proc") " AS class, p.oid AS object, 0 AS sub,"
    " p.proname AS name, n.nspname AS schema,"
    " CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END AS kind,"
    " " OWNER("p.proowner") " AS owner, " ACL("p.proacl") " AS acl, d.description AS comment,"
    " pg_catalog.concat_ws(' ', p.prolang, p.procost, p.prorows, p.provariadic, p.prokind,"
    "   p.prosecdef, p.proleakproof, p.proisstrict, p.proretset, p.provolatile, p.proparallel,"
    "   p.prorettype, p.proargtypes, p.proallargtypes, p.proargmodes, p.proargnames,"
    "   " STRIPPED("p.proargdefaults") ", p.probin, " STRIPPED("p.prosqlbody") ", p.proconfig,"
    "   pg_catalog.md5(p.prosrc)) AS body,"
    " NULL AS rest, NULL AS flags, NULL AS columns, NULL AS tree, 0 AS place"
    " FROM pg_catalog.pg_proc p"
    " JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace" COMMENT("pg_proc", "p.oid", "0")
    " WHERE p.oid = ANY ($1) AND " OURS("n") IN_ORDER;

constexpr char kTriggers[] =
    "SELECT 'a' AS part, " CLASS("pg_trigger") " AS class, g.oid AS object, 0 AS sub,"
    " g.tgname AS name, n.nspname AS schema, 'trigger' AS kind, NULL AS owner, NULL AS acl,"
    " d.description AS comment,"
    " pg_catalog.concat_ws(' ', g.tgrelid, g.tgfoid, g.tgtype, g.tgenabled, g.tgdeferrable,"
    "   g.tginitdeferred, g.tgattr, g.tgargs, " STRIPPED("g.tgqual") ", g.tgoldtable,"
    "   g.tgnewtable) AS body,"
    " NULL AS rest, NULL AS flags, NULL AS columns, NULL AS tree, 0 AS place"
    " FROM pg_catalog.pg_trigger g"
    " JOIN pg_catalog.pg_class c ON c.oid = g.tgrelid"
    " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace" COMMENT("pg_trigger", "g.oid", "0")
    " WHERE g.oid = ANY ($1) AND NOT g.tgisinternal AND c.relpersistence <> 't' AND " OURS("n") IN_ORDER;

#undef IN_ORDER
#undef CONSTRAINTS
#undef COLUMNS
#undef OWNER
#undef ACL
#undef COMMENT
#undef CLASS
#undef OURS
#undef STRIPPED

ImageQuery queries[] = {{TypeRelationId, {kTypes, kObjects, nullptr}},
                        {ProcedureRelationId, {kRoutines, kObjects, nullptr}},
                        {RelationRelationId, {kRelations, kObjects, nullptr}},
                        {NamespaceRelationId, {kSchemas, kObjects, nullptr}},
                        {TriggerRelationId, {kTriggers, kObjects, nullptr}}};

}  // namespace

std::span<ImageQuery> image_queries() { return queries; }

}  // namespace ddltrail
