-- The triggers, as stored.
SELECT
  'main' AS schema_name,
  s.tbl_name AS table_name,
  s.name AS trigger_name,
  s.rowid AS object_id,
  'origin' AS enabled,
  0 AS is_inherited,
  s.sql AS definition,
  NULL AS comment
FROM main.sqlite_schema AS s
WHERE s.type = 'trigger'
  AND s.name NOT GLOB 'ddltrail_*'
