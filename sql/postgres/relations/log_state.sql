-- log_state: which log this is and how it fares; needs the extension. See sql/README.md.
-- Reader: search_path = pg_catalog, jit = off; may append AND c.oid = ... to the text. See ../README.md.
SELECT c.log_id,
       c.contract,
       extension.extversion AS extension_version,
       last.id AS last_id,
       c.is_broken,
       c.broken_reason
FROM ddltrail.log c
JOIN pg_catalog.pg_extension extension ON extension.extname = 'ddltrail'
LEFT JOIN LATERAL (
  SELECT entry.id
  FROM ddltrail.change_log entry
  WHERE entry.log_id = c.log_id
  ORDER BY entry.id DESC
  LIMIT 1
) last ON true
WHERE true
