-- SQLite has no rules: the shape without rows.
SELECT
  '' AS schema_name,
  '' AS table_name,
  '' AS rule_name,
  0 AS object_id,
  '' AS enabled,
  '' AS definition,
  NULL AS comment
WHERE 0
