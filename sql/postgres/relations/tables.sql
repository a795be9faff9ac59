-- tables: one row for everything that has columns and can be selected from. See sql/README.md.
-- Reader: search_path = pg_catalog, jit = off; may append AND c.oid = ... to the text. See ../README.md.
SELECT n.nspname::pg_catalog.text AS schema_name,
       c.relname::pg_catalog.text AS table_name,
       CASE c.relkind
         WHEN 'r' THEN 'table'
         WHEN 'p' THEN 'partitioned table'
         WHEN 'f' THEN 'foreign table'
         WHEN 'v' THEN 'view'
         ELSE 'materialized view'
       END::pg_catalog.text AS kind,
       c.oid::pg_catalog.int8 AS object_id,
       c.relispartition AS is_partition,
       parent.schema_name AS parent_schema,
       parent.table_name AS parent_table,
       true AS is_strict,
       CASE
         WHEN c.relkind IN ('r', 'p') THEN true
         WHEN c.relkind = 'm' THEN false
         -- The server raises an error for a wrapper without a handler, which nothing can be read from either.
         WHEN EXISTS (SELECT FROM pg_catalog.pg_foreign_data_wrapper w WHERE w.fdwhandler = 0)
           AND EXISTS (
             WITH RECURSIVE below (relation) AS (
               SELECT c.oid
               UNION
               SELECT d.refobjid
               FROM below
               JOIN pg_catalog.pg_rewrite r ON r.ev_class = below.relation
               JOIN pg_catalog.pg_depend d ON d.objid = r.oid
                 AND d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
                 AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
             )
             SELECT
             FROM below
             JOIN pg_catalog.pg_foreign_table f ON f.ftrelid = below.relation
             JOIN pg_catalog.pg_foreign_server server ON server.oid = f.ftserver
             JOIN pg_catalog.pg_foreign_data_wrapper w ON w.oid = server.srvfdw
             WHERE w.fdwhandler = 0)
           THEN false
         -- Bit 3 stands for INSERT; triggers count.
         ELSE pg_catalog.pg_relation_is_updatable(c.oid, true) & 8 <> 0
       END AS is_insertable,
       description.description AS comment,
       pg_catalog.pg_get_userbyid(c.relowner)::pg_catalog.text AS owner
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN LATERAL (
  SELECT pn.nspname::pg_catalog.text AS schema_name, p.relname::pg_catalog.text AS table_name
  FROM pg_catalog.pg_inherits i
  JOIN pg_catalog.pg_class p ON p.oid = i.inhparent
  JOIN pg_catalog.pg_namespace pn ON pn.oid = p.relnamespace
  WHERE i.inhrelid = c.oid
  ORDER BY i.inhseqno
  LIMIT 1
) parent ON true
LEFT JOIN pg_catalog.pg_description description
  ON description.objoid = c.oid
  AND description.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
  AND description.objsubid = 0
WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm')
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_'
  AND n.nspname NOT IN ('information_schema', 'ddltrail')
  AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_depend member
    WHERE member.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
      AND member.objid = c.oid
      AND member.objsubid = 0
      AND member.deptype = 'e')
