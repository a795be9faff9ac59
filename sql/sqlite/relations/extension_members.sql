-- SQLite has no extension members: the shape without rows.
SELECT
  '' AS extension_name,
  '' AS object_kind,
  '' AS object_identity
WHERE 0
