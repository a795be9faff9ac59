-- extension_members: what the extensions brought. See sql/README.md.
-- Reader: search_path = pg_catalog, jit = off; may append AND c.oid = ... to the text. See ../README.md.
SELECT c.extname::pg_catalog.text AS extension_name,
       member.type AS object_kind,
       member.identity AS object_identity
FROM pg_catalog.pg_extension c
JOIN pg_catalog.pg_depend d
  ON d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
  AND d.refobjid = c.oid
  AND d.deptype = 'e'
CROSS JOIN LATERAL pg_catalog.pg_identify_object(d.classid, d.objid, d.objsubid) member
WHERE c.oid >= 16384
  AND c.extname <> 'ddltrail'
