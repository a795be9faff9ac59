-- SQLite has no composite types: the shape without rows.
SELECT
  'main' AS schema_name,
  '' AS type_name,
  0 AS object_id,
  '[]' AS attributes,
  '' AS owner,
  NULL AS comment
WHERE 0
