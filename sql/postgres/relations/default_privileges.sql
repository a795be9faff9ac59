-- default_privileges: what ALTER DEFAULT PRIVILEGES set. See sql/README.md.
-- Reader: search_path = pg_catalog, jit = off; may append AND c.oid = ... to the text. See ../README.md.
SELECT pg_catalog.pg_get_userbyid(c.defaclrole)::pg_catalog.text AS role,
       n.nspname::pg_catalog.text AS schema_name,
       CASE c.defaclobjtype
         WHEN 'r' THEN 'table'
         WHEN 'S' THEN 'sequence'
         WHEN 'f' THEN 'routine'
         WHEN 'T' THEN 'type'
         WHEN 'n' THEN 'schema'
         ELSE 'large object'
       END::pg_catalog.text AS object_kind,
       CASE WHEN item.grantee = 0 THEN 'public' ELSE pg_catalog.pg_get_userbyid(item.grantee)::pg_catalog.text END
         AS grantee,
       item.privilege_type AS privilege,
       COALESCE(item.is_grantable, false) AS is_grantable,
       pg_catalog.pg_get_userbyid(item.grantor)::pg_catalog.text AS grantor
FROM pg_catalog.pg_default_acl c
LEFT JOIN pg_catalog.pg_namespace n ON n.oid = c.defaclnamespace
LEFT JOIN LATERAL pg_catalog.aclexplode(c.defaclacl) item ON true
WHERE COALESCE(n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'ddltrail'), true)
