-- SQLite has no column properties: the shape without rows.
SELECT
  '' AS schema_name,
  '' AS table_name,
  '' AS column_name,
  NULL AS storage,
  NULL AS compression,
  NULL AS statistics_target,
  '[]' AS options,
  '[]' AS foreign_options
WHERE 0
