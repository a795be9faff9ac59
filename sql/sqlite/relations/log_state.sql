-- The log. Only for a database that has one: look for ddltrail_state in sqlite_schema first.
SELECT
  s.log_id AS log_id,
  s.contract AS contract,
  s.extension_version AS extension_version,
  (SELECT max(c.id) FROM main.ddltrail_change_log AS c) AS last_id,
  s.is_broken AS is_broken,
  s.broken_reason AS broken_reason
FROM main.ddltrail_state AS s
