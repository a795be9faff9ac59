-- SQLite has no dependencies: the shape without rows.
SELECT
  '' AS object_kind,
  '' AS object_identity,
  '' AS needed_kind,
  '' AS needed_identity
WHERE 0
