-- SQLite has no range types: the shape without rows.
SELECT
  'main' AS schema_name,
  '' AS type_name,
  0 AS object_id,
  '' AS subtype,
  '' AS operator_class,
  NULL AS collation,
  NULL AS canonical,
  NULL AS subtype_diff,
  '' AS multirange_type,
  '' AS owner,
  NULL AS comment
WHERE 0
