-- statistics: what CREATE STATISTICS makes. See sql/README.md.
-- Reader: search_path = pg_catalog, jit = off; may append AND c.oid = ... to the text. See ../README.md.
SELECT n.nspname::pg_catalog.text AS schema_name,
       c.stxname::pg_catalog.text AS statistics_name,
       c.oid::pg_catalog.int8 AS object_id,
       table_schema.nspname::pg_catalog.text AS table_schema,
       relation.relname::pg_catalog.text AS table_name,
       pg_catalog.pg_get_statisticsobjdef(c.oid) AS definition,
       NULLIF(c.stxstattarget, -1)::pg_catalog.int8 AS statistics_target,
       pg_catalog.pg_get_userbyid(c.stxowner)::pg_catalog.text AS owner,
       description.description AS comment
FROM pg_catalog.pg_statistic_ext c
JOIN pg_catalog.pg_namespace n ON n.oid = c.stxnamespace
JOIN pg_catalog.pg_class relation ON relation.oid = c.stxrelid
JOIN pg_catalog.pg_namespace table_schema ON table_schema.oid = relation.relnamespace
LEFT JOIN pg_catalog.pg_description description
  ON description.objoid = c.oid
  AND description.classoid = 'pg_catalog.pg_statistic_ext'::pg_catalog.regclass
  AND description.objsubid = 0
WHERE relation.relpersistence <> 't'
  AND n.nspname !~ '^pg_'
  AND n.nspname NOT IN ('information_schema', 'ddltrail')
  AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_depend member
    WHERE member.classid = 'pg_catalog.pg_statistic_ext'::pg_catalog.regclass
      AND member.objid = c.oid
      AND member.objsubid = 0
      AND member.deptype = 'e')
