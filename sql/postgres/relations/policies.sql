-- policies: the row security policies. See sql/README.md.
-- Reader: search_path = pg_catalog, jit = off; may append AND c.oid = ... to the text. See ../README.md.
SELECT n.nspname::pg_catalog.text AS schema_name,
       c.relname::pg_catalog.text AS table_name,
       p.polname::pg_catalog.text AS policy_name,
       p.oid::pg_catalog.int8 AS object_id,
       CASE p.polcmd
         WHEN 'r' THEN 'select'
         WHEN 'a' THEN 'insert'
         WHEN 'w' THEN 'update'
         WHEN 'd' THEN 'delete'
         ELSE 'all'
       END::pg_catalog.text AS command,
       p.polpermissive AS is_permissive,
       grantees.roles,
       pg_catalog.pg_get_expr(p.polqual, p.polrelid) AS using_expression,
       pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) AS check_expression,
       description.description AS comment
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_policy p ON p.polrelid = c.oid
CROSS JOIN LATERAL (
  SELECT pg_catalog.jsonb_agg(name.role ORDER BY name.role COLLATE "C") AS roles
  FROM (
    SELECT CASE item.role WHEN 0 THEN 'public' ELSE pg_catalog.pg_get_userbyid(item.role)::pg_catalog.text END AS role
    FROM pg_catalog.unnest(p.polroles) item (role)
  ) name
) grantees
LEFT JOIN pg_catalog.pg_description description
  ON description.objoid = p.oid
  AND description.classoid = 'pg_catalog.pg_policy'::pg_catalog.regclass
  AND description.objsubid = 0
WHERE c.relpersistence <> 't'
  AND n.nspname !~ '^pg_'
  AND n.nspname NOT IN ('information_schema', 'ddltrail')
  AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_depend member
    WHERE member.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
      AND member.objid = c.oid
      AND member.objsubid = 0
      AND member.deptype = 'e')
