-- column_properties: what ALTER COLUMN sets beside what columns tell, where it is not as by default. See
-- sql/README.md.
-- Reader: search_path = pg_catalog, jit = off; may append AND c.oid = ... to the text. See ../README.md.
SELECT n.nspname::pg_catalog.text AS schema_name,
       c.relname::pg_catalog.text AS table_name,
       a.attname::pg_catalog.text AS column_name,
       CASE WHEN a.attstorage <> type.typstorage THEN
         CASE a.attstorage
           WHEN 'p' THEN 'plain'
           WHEN 'e' THEN 'external'
           WHEN 'x' THEN 'extended'
           ELSE 'main'
         END
       END::pg_catalog.text AS storage,
       CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END::pg_catalog.text AS compression,
       NULLIF(a.attstattarget, -1)::pg_catalog.int8 AS statistics_target,
       settings.options,
       COALESCE(pg_catalog.to_jsonb(a.attfdwoptions), '[]'::pg_catalog.jsonb) AS foreign_options
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN pg_catalog.pg_type type ON type.oid = a.atttypid
CROSS JOIN LATERAL (
  -- pg_attver is the server's own count of the rewrites of a table. Few columns have anything beside it.
  SELECT CASE WHEN COALESCE(a.attoptions[1] LIKE 'pg\_attver=%' AND a.attoptions[2] IS NULL, true) THEN '[]' ELSE (
    SELECT COALESCE(pg_catalog.jsonb_agg(own.item ORDER BY own.item COLLATE "C"), '[]'::pg_catalog.jsonb)
    FROM pg_catalog.unnest(a.attoptions) own (item)
    WHERE own.item NOT LIKE 'pg\_attver=%') END AS options
) settings
WHERE c.relkind IN ('r', 'p', 'f', 'm')
  AND (a.attstorage <> type.typstorage OR a.attcompression <> '' OR COALESCE(a.attstattarget, -1) <> -1
       OR settings.options <> '[]' OR a.attfdwoptions IS NOT NULL)
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_'
  AND n.nspname NOT IN ('information_schema', 'ddltrail')
  AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_depend member
    WHERE member.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
      AND member.objid = c.oid
      AND member.objsubid = 0
      AND member.deptype = 'e')
