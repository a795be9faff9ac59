-- SQLite has no privileges: the shape without rows.
SELECT
  '' AS object_kind,
  NULL AS schema_name,
  '' AS object_name,
  NULL AS column_name,
  NULL AS grantee,
  NULL AS privilege,
  0 AS is_grantable,
  NULL AS grantor
WHERE 0
