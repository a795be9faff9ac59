-- SQLite has no publications: the shape without rows.
SELECT
  '' AS publication_name,
  0 AS object_id,
  0 AS is_for_all_tables,
  '[]' AS operations,
  0 AS via_root,
  '[]' AS tables,
  '[]' AS schemas,
  '' AS owner,
  NULL AS comment
WHERE 0
