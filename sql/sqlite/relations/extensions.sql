-- SQLite has no extensions: the shape without rows.
SELECT
  '' AS extension_name,
  0 AS object_id,
  '' AS version,
  '' AS schema_name,
  '' AS owner,
  NULL AS comment
WHERE 0
