-- composite_types: the types that CREATE TYPE ... AS (...) makes; row types of tables are not among them.
-- See sql/README.md.
-- Reader: search_path = pg_catalog, jit = off; may append AND c.oid = ... to the text. See ../README.md.
SELECT n.nspname::pg_catalog.text AS schema_name,
       c.typname::pg_catalog.text AS type_name,
       c.oid::pg_catalog.int8 AS object_id,
       parts.attributes,
       pg_catalog.pg_get_userbyid(c.typowner)::pg_catalog.text AS owner,
       description.description AS comment
FROM pg_catalog.pg_type c
JOIN pg_catalog.pg_namespace n ON n.oid = c.typnamespace
JOIN pg_catalog.pg_class own ON own.oid = c.typrelid
CROSS JOIN LATERAL (
  SELECT COALESCE(
           pg_catalog.jsonb_agg(
             pg_catalog.jsonb_build_object(
               'name', a.attname,
               'data_type', pg_catalog.format_type(a.atttypid, a.atttypmod),
               'collation', CASE WHEN a.attcollation <> 0 AND a.attcollation <> declared.typcollation
                 THEN a.attcollation::pg_catalog.regcollation::pg_catalog.text END,
               'comment', d.description)
             ORDER BY a.attnum),
           '[]'::pg_catalog.jsonb) AS attributes
  FROM pg_catalog.pg_attribute a
  LEFT JOIN pg_catalog.pg_type declared ON declared.oid = a.atttypid
  LEFT JOIN pg_catalog.pg_description d
    ON d.objoid = a.attrelid
    AND d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
    AND d.objsubid = a.attnum
  WHERE a.attrelid = c.typrelid
    AND a.attnum > 0
    AND NOT a.attisdropped
) parts
LEFT JOIN pg_catalog.pg_description description
  ON description.objoid = c.oid
  AND description.classoid = 'pg_catalog.pg_type'::pg_catalog.regclass
  AND description.objsubid = 0
WHERE c.typtype = 'c'
  AND own.relkind = 'c'
  AND n.nspname !~ '^pg_'
  AND n.nspname NOT IN ('information_schema', 'ddltrail')
  AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_depend member
    WHERE member.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
      AND member.objid = c.oid
      AND member.objsubid = 0
      AND member.deptype = 'e')
