-- The log. Only for a database that has one: look for ddltrail_state in sqlite_schema first.
SELECT
  s.definition ->> '$.log_id' AS log_id,
  s.definition ->> '$.contract' AS contract,
  s.definition ->> '$.extension_version' AS extension_version,
  (SELECT max(c.id) FROM main.ddltrail_change_log AS c) AS last_id,
  s.definition ->> '$.broken_reason' IS NOT NULL AS is_broken,
  s.definition ->> '$.broken_reason' AS broken_reason
FROM main.ddltrail_state AS s
WHERE s.schema_rowid = 0
