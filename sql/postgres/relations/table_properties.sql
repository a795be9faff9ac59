-- table_properties: what tables have beside columns and constraints, where it is not as by default. See
-- sql/README.md.
-- Reader: search_path = pg_catalog, jit = off; may append AND c.oid = ... to the text. See ../README.md.
SELECT n.nspname::pg_catalog.text AS schema_name,
       c.relname::pg_catalog.text AS table_name,
       CASE c.relpersistence WHEN 'u' THEN 'unlogged' ELSE 'permanent' END::pg_catalog.text AS persistence,
       NULLIF(method.amname, 'heap')::pg_catalog.text AS access_method,
       space.spcname::pg_catalog.text AS tablespace,
       settings.options,
       CASE WHEN c.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END AS partition_key,
       CASE WHEN c.reloftype <> 0 THEN pg_catalog.format_type(c.reloftype, NULL) END AS of_type,
       c.relrowsecurity AS has_row_security,
       c.relforcerowsecurity AS forces_row_security,
       CASE c.relreplident
         WHEN 'n' THEN 'nothing'
         WHEN 'f' THEN 'full'
         WHEN 'i' THEN 'index'
         ELSE 'default'
       END::pg_catalog.text AS replica_identity,
       replica.relname::pg_catalog.text AS replica_index,
       server.srvname::pg_catalog.text AS server_name,
       COALESCE(pg_catalog.to_jsonb(f.ftoptions), '[]'::pg_catalog.jsonb) AS foreign_options,
       c.relispopulated AS is_populated
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_am method ON method.oid = c.relam
LEFT JOIN pg_catalog.pg_tablespace space ON space.oid = c.reltablespace
LEFT JOIN pg_catalog.pg_index identity ON identity.indrelid = c.oid AND identity.indisreplident
LEFT JOIN pg_catalog.pg_class replica ON replica.oid = identity.indexrelid AND c.relreplident = 'i'
LEFT JOIN pg_catalog.pg_class toast ON toast.oid = c.reltoastrelid
LEFT JOIN pg_catalog.pg_foreign_table f ON f.ftrelid = c.oid
LEFT JOIN pg_catalog.pg_foreign_server server ON server.oid = f.ftserver
CROSS JOIN LATERAL (
  SELECT COALESCE(pg_catalog.jsonb_agg(setting.item ORDER BY setting.item COLLATE "C"), '[]'::pg_catalog.jsonb) AS options
  FROM (
    SELECT own.item FROM pg_catalog.unnest(c.reloptions) own (item)
    UNION ALL
    SELECT 'toast.' || other.item FROM pg_catalog.unnest(toast.reloptions) other (item)
  ) setting
) settings
WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm')
  AND (c.relpersistence = 'u' OR c.relkind IN ('p', 'f') OR COALESCE(method.amname, 'heap') <> 'heap'
       OR c.reltablespace <> 0 OR c.reloptions IS NOT NULL OR toast.reloptions IS NOT NULL OR c.reloftype <> 0
       OR c.relrowsecurity OR c.relforcerowsecurity OR c.relreplident NOT IN ('d', 'n')
       OR (c.relreplident = 'n') <> (c.relkind IN ('f', 'v')) AND c.relkind <> 'f' OR NOT c.relispopulated)
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_'
  AND n.nspname NOT IN ('information_schema', 'ddltrail')
  AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_depend member
    WHERE member.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
      AND member.objid = c.oid
      AND member.objsubid = 0
      AND member.deptype = 'e')
