-- extensions: the extensions, without ddltrail and what every database has. See sql/README.md.
-- Reader: search_path = pg_catalog, jit = off; may append AND c.oid = ... to the text. See ../README.md.
SELECT c.extname::pg_catalog.text AS extension_name,
       c.oid::pg_catalog.int8 AS object_id,
       c.extversion AS version,
       n.nspname::pg_catalog.text AS schema_name,
       pg_catalog.pg_get_userbyid(c.extowner)::pg_catalog.text AS owner,
       description.description AS comment
FROM pg_catalog.pg_extension c
JOIN pg_catalog.pg_namespace n ON n.oid = c.extnamespace
LEFT JOIN pg_catalog.pg_description description
  ON description.objoid = c.oid
  AND description.classoid = 'pg_catalog.pg_extension'::pg_catalog.regclass
  AND description.objsubid = 0
WHERE c.oid >= 16384
  AND c.extname <> 'ddltrail'
