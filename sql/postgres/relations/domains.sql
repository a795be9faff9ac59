-- domains: the domains and their constraints. See sql/README.md.
-- Reader: search_path = pg_catalog, jit = off; may append AND c.oid = ... to the text. See ../README.md.
SELECT n.nspname::pg_catalog.text AS schema_name,
       c.typname::pg_catalog.text AS domain_name,
       c.oid::pg_catalog.int8 AS object_id,
       pg_catalog.format_type(c.typbasetype, c.typtypmod) AS data_type,
       pg_catalog.pg_get_expr(c.typdefaultbin, 0) AS default_expression,
       NOT c.typnotnull AS is_nullable,
       CASE WHEN c.typcollation <> 0 AND c.typcollation <> base.typcollation
         THEN c.typcollation::pg_catalog.regcollation::pg_catalog.text
       END AS collation,
       checks.constraints,
       pg_catalog.pg_get_userbyid(c.typowner)::pg_catalog.text AS owner,
       description.description AS comment
FROM pg_catalog.pg_type c
JOIN pg_catalog.pg_namespace n ON n.oid = c.typnamespace
LEFT JOIN pg_catalog.pg_type base ON base.oid = c.typbasetype
CROSS JOIN LATERAL (
  SELECT COALESCE(
           pg_catalog.jsonb_agg(
             pg_catalog.jsonb_build_object(
               'name', k.conname,
               'definition', pg_catalog.pg_get_constraintdef(k.oid),
               'is_validated', k.convalidated,
               'comment', d.description)
             ORDER BY k.conname),
           '[]'::pg_catalog.jsonb) AS constraints
  FROM pg_catalog.pg_constraint k
  LEFT JOIN pg_catalog.pg_description d
    ON d.objoid = k.oid
    AND d.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass
    AND d.objsubid = 0
  WHERE k.contypid = c.oid
    AND k.contype = 'c'
) checks
LEFT JOIN pg_catalog.pg_description description
  ON description.objoid = c.oid
  AND description.classoid = 'pg_catalog.pg_type'::pg_catalog.regclass
  AND description.objsubid = 0
WHERE c.typtype = 'd'
  AND n.nspname !~ '^pg_'
  AND n.nspname NOT IN ('information_schema', 'ddltrail')
  AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_depend member
    WHERE member.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
      AND member.objid = c.oid
      AND member.objsubid = 0
      AND member.deptype = 'e')
