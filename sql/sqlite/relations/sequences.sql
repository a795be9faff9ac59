-- SQLite has no sequences: the shape without rows.
SELECT
  'main' AS schema_name,
  '' AS sequence_name,
  0 AS object_id,
  '' AS data_type,
  0 AS start_value,
  0 AS min_value,
  0 AS max_value,
  0 AS increment,
  0 AS cache_size,
  0 AS is_cyclic,
  0 AS is_identity,
  NULL AS table_schema,
  NULL AS table_name,
  NULL AS column_name,
  '' AS owner,
  NULL AS comment,
  NULL AS persistence
WHERE 0
