-- SQLite has no policies: the shape without rows.
SELECT
  '' AS schema_name,
  '' AS table_name,
  '' AS policy_name,
  0 AS object_id,
  '' AS command,
  0 AS is_permissive,
  '[]' AS roles,
  NULL AS using_expression,
  NULL AS check_expression,
  NULL AS comment
WHERE 0
