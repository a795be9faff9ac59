-- range_types: the range types, each with its multirange type. See sql/README.md.
-- Reader: search_path = pg_catalog, jit = off; may append AND c.oid = ... to the text. See ../README.md.
SELECT n.nspname::pg_catalog.text AS schema_name,
       c.typname::pg_catalog.text AS type_name,
       c.oid::pg_catalog.int8 AS object_id,
       pg_catalog.format_type(r.rngsubtype, NULL) AS subtype,
       pg_catalog.format('%I.%I', class_schema.nspname, class.opcname) AS operator_class,
       CASE WHEN r.rngcollation <> 0 AND r.rngcollation <> subtype.typcollation
         THEN r.rngcollation::pg_catalog.regcollation::pg_catalog.text
       END AS collation,
       CASE WHEN r.rngcanonical <> 0 THEN r.rngcanonical::pg_catalog.text END AS canonical,
       CASE WHEN r.rngsubdiff <> 0 THEN r.rngsubdiff::pg_catalog.text END AS subtype_diff,
       pg_catalog.format_type(r.rngmultitypid, NULL) AS multirange_type,
       pg_catalog.pg_get_userbyid(c.typowner)::pg_catalog.text AS owner,
       description.description AS comment
FROM pg_catalog.pg_type c
JOIN pg_catalog.pg_namespace n ON n.oid = c.typnamespace
JOIN pg_catalog.pg_range r ON r.rngtypid = c.oid
LEFT JOIN pg_catalog.pg_type subtype ON subtype.oid = r.rngsubtype
JOIN pg_catalog.pg_opclass class ON class.oid = r.rngsubopc
JOIN pg_catalog.pg_namespace class_schema ON class_schema.oid = class.opcnamespace
LEFT JOIN pg_catalog.pg_description description
  ON description.objoid = c.oid
  AND description.classoid = 'pg_catalog.pg_type'::pg_catalog.regclass
  AND description.objsubid = 0
WHERE c.typtype = 'r'
  AND n.nspname !~ '^pg_'
  AND n.nspname NOT IN ('information_schema', 'ddltrail')
  AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_depend member
    WHERE member.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
      AND member.objid = c.oid
      AND member.objsubid = 0
      AND member.deptype = 'e')
