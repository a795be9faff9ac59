-- SQLite has no enum types: the shape without rows.
SELECT
  'main' AS schema_name,
  '' AS enum_name,
  0 AS object_id,
  '[]' AS "values",
  NULL AS comment,
  '' AS owner
WHERE 0
