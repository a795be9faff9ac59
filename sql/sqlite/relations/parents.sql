-- SQLite has no parents: the shape without rows.
SELECT
  '' AS schema_name,
  '' AS table_name,
  0 AS position,
  '' AS parent_schema,
  '' AS parent_table,
  NULL AS partition_bound
WHERE 0
