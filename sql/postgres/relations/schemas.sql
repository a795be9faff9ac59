-- schemas: the schemas. See sql/README.md.
-- Reader: search_path = pg_catalog, jit = off; may append AND c.oid = ... to the text. See ../README.md.
SELECT c.nspname::pg_catalog.text AS schema_name,
       c.oid::pg_catalog.int8 AS object_id,
       pg_catalog.pg_get_userbyid(c.nspowner)::pg_catalog.text AS owner,
       description.description AS comment
FROM pg_catalog.pg_namespace c
LEFT JOIN pg_catalog.pg_description description
  ON description.objoid = c.oid
  AND description.classoid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
  AND description.objsubid = 0
WHERE c.nspname !~ '^pg_'
  AND c.nspname NOT IN ('information_schema', 'ddltrail')
  AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_depend member
    WHERE member.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
      AND member.objid = c.oid
      AND member.objsubid = 0
      AND member.deptype = 'e')
