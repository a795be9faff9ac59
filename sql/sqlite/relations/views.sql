-- The views, as stored.
SELECT
  'main' AS schema_name,
  s.name AS view_name,
  0 AS is_materialized,
  s.sql AS definition
FROM main.sqlite_schema AS s
WHERE s.type = 'view'
  AND s.name NOT GLOB 'ddltrail_*'
