-- SQLite has no default privileges: the shape without rows.
SELECT
  '' AS role,
  NULL AS schema_name,
  '' AS object_kind,
  NULL AS grantee,
  NULL AS privilege,
  0 AS is_grantable,
  NULL AS grantor
WHERE 0
