-- SQLite has no domains: the shape without rows.
SELECT
  'main' AS schema_name,
  '' AS domain_name,
  0 AS object_id,
  '' AS data_type,
  NULL AS default_expression,
  0 AS is_nullable,
  NULL AS collation,
  '[]' AS "constraints",
  '' AS owner,
  NULL AS comment
WHERE 0
