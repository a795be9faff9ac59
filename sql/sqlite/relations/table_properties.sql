-- SQLite has no table properties: the shape without rows.
SELECT
  '' AS schema_name,
  '' AS table_name,
  '' AS persistence,
  NULL AS access_method,
  NULL AS tablespace,
  '[]' AS options,
  NULL AS partition_key,
  NULL AS of_type,
  0 AS has_row_security,
  0 AS forces_row_security,
  '' AS replica_identity,
  NULL AS replica_index,
  NULL AS server_name,
  '[]' AS foreign_options,
  0 AS is_populated
WHERE 0
