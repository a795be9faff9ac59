-- privileges: who may do what, where it is not as by default. See sql/README.md.
-- Reader: search_path = pg_catalog, jit = off. See ../README.md.
SELECT c.object_kind,
       n.nspname::pg_catalog.text AS schema_name,
       c.object_name,
       c.column_name,
       CASE WHEN item.grantee = 0 THEN 'public' ELSE pg_catalog.pg_get_userbyid(item.grantee)::pg_catalog.text END
         AS grantee,
       item.privilege_type AS privilege,
       COALESCE(item.is_grantable, false) AS is_grantable,
       pg_catalog.pg_get_userbyid(item.grantor)::pg_catalog.text AS grantor
FROM (
  SELECT CASE r.relkind
           WHEN 'r' THEN 'table'
           WHEN 'p' THEN 'partitioned table'
           WHEN 'f' THEN 'foreign table'
           WHEN 'v' THEN 'view'
           WHEN 'm' THEN 'materialized view'
           ELSE 'sequence'
         END::pg_catalog.text AS object_kind,
         r.relnamespace AS namespace, r.relname::pg_catalog.text AS object_name, NULL::pg_catalog.text AS column_name,
         'pg_catalog.pg_class'::pg_catalog.regclass AS catalog, r.oid, r.relacl AS acl,
         pg_catalog.acldefault(CASE r.relkind WHEN 'S' THEN 's' ELSE 'r' END::pg_catalog."char", r.relowner) AS usual
  FROM pg_catalog.pg_class r
  WHERE r.relkind IN ('r', 'p', 'f', 'v', 'm', 'S')
    AND r.relpersistence <> 't'
  UNION ALL
  SELECT CASE r.relkind
           WHEN 'r' THEN 'table'
           WHEN 'p' THEN 'partitioned table'
           WHEN 'f' THEN 'foreign table'
           WHEN 'v' THEN 'view'
           ELSE 'materialized view'
         END,
         r.relnamespace, r.relname, a.attname,
         'pg_catalog.pg_class'::pg_catalog.regclass, r.oid, a.attacl, '{}'
  FROM pg_catalog.pg_class r
  JOIN pg_catalog.pg_attribute a ON a.attrelid = r.oid
  WHERE r.relkind IN ('r', 'p', 'f', 'v', 'm')
    AND r.relpersistence <> 't'
    AND NOT a.attisdropped
  UNION ALL
  SELECT 'routine', f.pronamespace,
         f.proname || '(' || pg_catalog.pg_get_function_identity_arguments(f.oid) || ')', NULL,
         'pg_catalog.pg_proc'::pg_catalog.regclass, f.oid, f.proacl, pg_catalog.acldefault('f', f.proowner)
  FROM pg_catalog.pg_proc f
  UNION ALL
  SELECT 'type', t.typnamespace, t.typname, NULL,
         'pg_catalog.pg_type'::pg_catalog.regclass, t.oid, t.typacl, pg_catalog.acldefault('T', t.typowner)
  FROM pg_catalog.pg_type t
  UNION ALL
  SELECT 'schema', s.oid, s.nspname, NULL,
         'pg_catalog.pg_namespace'::pg_catalog.regclass, s.oid, s.nspacl, pg_catalog.acldefault('n', s.nspowner)
  FROM pg_catalog.pg_namespace s
  UNION ALL
  SELECT 'server', NULL, s.srvname, NULL,
         'pg_catalog.pg_foreign_server'::pg_catalog.regclass, s.oid, s.srvacl, pg_catalog.acldefault('S', s.srvowner)
  FROM pg_catalog.pg_foreign_server s
  UNION ALL
  SELECT 'foreign-data wrapper', NULL, w.fdwname, NULL,
         'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass, w.oid, w.fdwacl,
         pg_catalog.acldefault('F', w.fdwowner)
  FROM pg_catalog.pg_foreign_data_wrapper w
) c
LEFT JOIN pg_catalog.pg_namespace n ON n.oid = c.namespace
LEFT JOIN LATERAL pg_catalog.aclexplode(c.acl) item ON true
WHERE c.acl IS NOT NULL
  AND (SELECT pg_catalog.array_agg(own.entry ORDER BY own.entry)
       FROM (SELECT part::pg_catalog.text AS entry FROM pg_catalog.unnest(c.acl) part) own)
    IS DISTINCT FROM
      (SELECT pg_catalog.array_agg(own.entry ORDER BY own.entry)
       FROM (SELECT part::pg_catalog.text AS entry FROM pg_catalog.unnest(c.usual) part) own)
  AND COALESCE(n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'ddltrail'), true)
  AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_depend member
    WHERE member.classid = c.catalog
      AND member.objid = c.oid
      AND member.objsubid = 0
      AND member.deptype = 'e')
