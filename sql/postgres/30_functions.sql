-- Functions for readers. See sql/README.md; all run with the rights of their caller.
CREATE FUNCTION ddltrail.version() RETURNS text
LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME', 'ddltrail_version';

CREATE FUNCTION ddltrail.system_identifier() RETURNS bigint
LANGUAGE c STABLE PARALLEL SAFE AS 'MODULE_PATHNAME', 'ddltrail_system_identifier';

-- Where a reader stands who has read everything that is visible now; null where the log has no identity.
CREATE FUNCTION ddltrail.current_cursor() RETURNS text
LANGUAGE c STABLE AS 'MODULE_PATHNAME', 'ddltrail_current_cursor';

-- The rows that became visible after the cursor was taken, in the order of id; all of them where it is null.
CREATE FUNCTION ddltrail.changes_since(cursor text) RETURNS SETOF ddltrail.change_log
LANGUAGE c STABLE ROWS 10 AS 'MODULE_PATHNAME', 'ddltrail_changes_since';

-- The oldest transaction that the reader of a cursor may not have seen all of; null for a cursor of another log.
CREATE FUNCTION ddltrail.unread_since(cursor text) RETURNS xid8
LANGUAGE c STABLE STRICT AS 'MODULE_PATHNAME', 'ddltrail_unread_since';
