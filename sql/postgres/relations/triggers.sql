-- triggers: the triggers, without those that enforce constraints. See sql/README.md.
-- Reader: search_path = pg_catalog, jit = off; may append AND c.oid = ... to the text. See ../README.md.
SELECT n.nspname::pg_catalog.text AS schema_name,
       c.relname::pg_catalog.text AS table_name,
       t.tgname::pg_catalog.text AS trigger_name,
       t.oid::pg_catalog.int8 AS object_id,
       CASE t.tgenabled
         WHEN 'O' THEN 'origin'
         WHEN 'A' THEN 'always'
         WHEN 'R' THEN 'replica'
         ELSE 'disabled'
       END::pg_catalog.text AS enabled,
       t.tgparentid <> 0 AS is_inherited,
       pg_catalog.pg_get_triggerdef(t.oid) AS definition,
       description.description AS comment
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_trigger t ON t.tgrelid = c.oid
LEFT JOIN pg_catalog.pg_description description
  ON description.objoid = t.oid
  AND description.classoid = 'pg_catalog.pg_trigger'::pg_catalog.regclass
  AND description.objsubid = 0
WHERE NOT t.tgisinternal
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_'
  AND n.nspname NOT IN ('information_schema', 'ddltrail')
  AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_depend member
    WHERE member.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
      AND member.objid = c.oid
      AND member.objsubid = 0
      AND member.deptype = 'e')
