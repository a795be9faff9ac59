-- enums: the enum types with their labels in order. See sql/README.md.
-- Reader: search_path = pg_catalog, jit = off; may append AND c.oid = ... to the text. See ../README.md.
SELECT n.nspname::pg_catalog.text AS schema_name,
       c.typname::pg_catalog.text AS enum_name,
       c.oid::pg_catalog.int8 AS object_id,
       labels.values,
       description.description AS comment,
       pg_catalog.pg_get_userbyid(c.typowner)::pg_catalog.text AS owner
FROM pg_catalog.pg_type c
JOIN pg_catalog.pg_namespace n ON n.oid = c.typnamespace
CROSS JOIN LATERAL (
  SELECT COALESCE(pg_catalog.jsonb_agg(e.enumlabel ORDER BY e.enumsortorder),
                  '[]'::pg_catalog.jsonb) AS values
  FROM pg_catalog.pg_enum e
  WHERE e.enumtypid = c.oid
) labels
LEFT JOIN pg_catalog.pg_description description
  ON description.objoid = c.oid
  AND description.classoid = 'pg_catalog.pg_type'::pg_catalog.regclass
  AND description.objsubid = 0
WHERE c.typtype = 'e'
  AND n.nspname !~ '^pg_'
  AND n.nspname NOT IN ('information_schema', 'ddltrail')
  AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_depend member
    WHERE member.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
      AND member.objid = c.oid
      AND member.objsubid = 0
      AND member.deptype = 'e')
