-- SQLite has no schemas beside main: the shape without rows.
SELECT
  'main' AS schema_name,
  0 AS object_id,
  '' AS owner,
  NULL AS comment
WHERE 0
