-- SQLite has no routines: the shape without rows.
SELECT
  'main' AS schema_name,
  '' AS routine_name,
  '' AS identity_arguments,
  0 AS object_id,
  '' AS kind,
  '' AS arguments,
  NULL AS result,
  '' AS language,
  NULL AS definition,
  NULL AS aggregate,
  '' AS owner,
  NULL AS comment
WHERE 0
