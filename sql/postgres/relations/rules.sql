-- rules: the rewrite rules, without those that make a view. See sql/README.md.
-- Reader: search_path = pg_catalog, jit = off; may append AND c.oid = ... to the text. See ../README.md.
SELECT n.nspname::pg_catalog.text AS schema_name,
       c.relname::pg_catalog.text AS table_name,
       r.rulename::pg_catalog.text AS rule_name,
       r.oid::pg_catalog.int8 AS object_id,
       CASE r.ev_enabled
         WHEN 'O' THEN 'origin'
         WHEN 'A' THEN 'always'
         WHEN 'R' THEN 'replica'
         ELSE 'disabled'
       END::pg_catalog.text AS enabled,
       pg_catalog.pg_get_ruledef(r.oid) AS definition,
       description.description AS comment
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_rewrite r ON r.ev_class = c.oid
LEFT JOIN pg_catalog.pg_description description
  ON description.objoid = r.oid
  AND description.classoid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
  AND description.objsubid = 0
WHERE r.ev_type <> '1'
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_'
  AND n.nspname NOT IN ('information_schema', 'ddltrail')
  AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_depend member
    WHERE member.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
      AND member.objid = c.oid
      AND member.objsubid = 0
      AND member.deptype = 'e')
