-- SQLite has no statistics: the shape without rows.
SELECT
  '' AS schema_name,
  '' AS statistics_name,
  0 AS object_id,
  '' AS table_schema,
  '' AS table_name,
  '' AS definition,
  NULL AS statistics_target,
  '' AS owner,
  NULL AS comment
WHERE 0
