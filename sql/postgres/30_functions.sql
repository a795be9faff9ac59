-- Functions for readers. See sql/README.md; all run with the rights of their caller.
CREATE FUNCTION ddltrail.version() RETURNS text
LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME', 'ddltrail_version';

CREATE FUNCTION ddltrail.system_identifier() RETURNS bigint
LANGUAGE c STABLE PARALLEL SAFE AS 'MODULE_PATHNAME', 'ddltrail_system_identifier';

CREATE FUNCTION ddltrail.cursor_prefix(log_id text) RETURNS text
LANGUAGE c STABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'ddltrail_cursor_prefix';

-- What a cursor has seen; an error where the cursor belongs to another log, everything where it is null.
CREATE FUNCTION ddltrail.cursor_snapshot(cursor text, log_id text) RETURNS pg_snapshot
LANGUAGE c STABLE PARALLEL SAFE AS 'MODULE_PATHNAME', 'ddltrail_cursor_snapshot';

-- A standby does not know which transactions are in progress: its cursor stops before the oldest.
CREATE FUNCTION ddltrail.current_cursor() RETURNS text
LANGUAGE sql STABLE
AS $$
  SELECT pg_catalog.concat(
    ddltrail.cursor_prefix(state.log_id),
    CASE WHEN pg_catalog.pg_is_in_recovery()
      THEN pg_catalog.concat(
        pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot()), ':',
        pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot()), ':')
      ELSE pg_catalog.concat(pg_catalog.pg_current_snapshot())
    END)
  FROM ddltrail.log state
$$;

-- The bound above tells the planner that few rows are wanted: it goes by the index on txid.
-- OFFSET 0 makes it look at the cursor first, so that a cursor of another log is an error even where no row is.
CREATE FUNCTION ddltrail.changes_since(cursor text) RETURNS SETOF ddltrail.change_log
LANGUAGE sql STABLE ROWS 10
AS $$
  SELECT entry.*
  FROM (
    SELECT ddltrail.cursor_snapshot(cursor, state.log_id) AS snapshot,
           state.log_id,
           ddltrail.system_identifier() AS system_identifier,
           here.oid::pg_catalog.int8 AS database_oid,
           CASE WHEN pg_catalog.pg_is_in_recovery()
             THEN pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())
           END AS bound
    FROM ddltrail.log state
    JOIN pg_catalog.pg_database here
      ON here.datname OPERATOR(pg_catalog.=) pg_catalog.current_database()
    OFFSET 0
  ) since
  CROSS JOIN LATERAL (
    SELECT change_log.*
    FROM ddltrail.change_log
    WHERE change_log.txid OPERATOR(pg_catalog.>=) pg_catalog.pg_snapshot_xmin(since.snapshot)
      AND change_log.txid OPERATOR(pg_catalog.<=) '18446744073709551615'::pg_catalog.xid8
      AND NOT pg_catalog.pg_visible_in_snapshot(change_log.txid, since.snapshot)
      AND (since.bound IS NULL OR change_log.txid OPERATOR(pg_catalog.<) since.bound)
      AND change_log.log_id OPERATOR(pg_catalog.=) since.log_id
      AND change_log.system_identifier OPERATOR(pg_catalog.=) since.system_identifier
      AND change_log.database_oid OPERATOR(pg_catalog.=) since.database_oid
    OFFSET 0
  ) entry
  ORDER BY entry.id
$$;
