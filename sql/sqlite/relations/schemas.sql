-- The schema that the others name: a file has one. Nobody owns it, and nothing can be said of it.
SELECT
  'main' AS schema_name,
  0 AS object_id,
  NULL AS owner,
  NULL AS comment
