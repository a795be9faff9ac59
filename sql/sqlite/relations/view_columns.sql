-- SQLite does not tell where the columns of views come from: the shape without rows.
SELECT
  '' AS schema_name,
  '' AS view_name,
  '' AS column_name,
  NULL AS source_schema,
  NULL AS source_table,
  NULL AS source_column,
  1 AS is_nullable
WHERE 0
