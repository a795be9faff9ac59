-- SQLite has no foreign servers: the shape without rows.
SELECT
  '' AS server_name,
  0 AS object_id,
  '' AS wrapper,
  NULL AS server_type,
  NULL AS server_version,
  '[]' AS option_names,
  '' AS owner,
  NULL AS comment
WHERE 0
