-- foreign_servers: the foreign servers; what their options say may be secret. See sql/README.md.
-- Reader: search_path = pg_catalog, jit = off; may append AND c.oid = ... to the text. See ../README.md.
SELECT c.srvname::pg_catalog.text AS server_name,
       c.oid::pg_catalog.int8 AS object_id,
       w.fdwname::pg_catalog.text AS wrapper,
       c.srvtype AS server_type,
       c.srvversion AS server_version,
       settings.option_names,
       pg_catalog.pg_get_userbyid(c.srvowner)::pg_catalog.text AS owner,
       description.description AS comment
FROM pg_catalog.pg_foreign_server c
JOIN pg_catalog.pg_foreign_data_wrapper w ON w.oid = c.srvfdw
CROSS JOIN LATERAL (
  SELECT COALESCE(pg_catalog.jsonb_agg(option.option_name ORDER BY option.option_name COLLATE "C"), '[]'::pg_catalog.jsonb)
    AS option_names
  FROM pg_catalog.pg_options_to_table(c.srvoptions) option
) settings
LEFT JOIN pg_catalog.pg_description description
  ON description.objoid = c.oid
  AND description.classoid = 'pg_catalog.pg_foreign_server'::pg_catalog.regclass
  AND description.objsubid = 0
WHERE true
  AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_depend member
    WHERE member.classid = 'pg_catalog.pg_foreign_server'::pg_catalog.regclass
      AND member.objid = c.oid
      AND member.objsubid = 0
      AND member.deptype = 'e')
