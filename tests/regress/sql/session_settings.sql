-- Settings of the session change neither what the log says nor whether it says it
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
CREATE SCHEMA settings_;
SET search_path = settings_;
SET quote_all_identifiers = on;
SET datestyle = 'German';
SET intervalstyle = 'sql_standard';
SET timezone = 'Asia/Kolkata';
SET bytea_output = 'escape';
SET extra_float_digits = -15;
CREATE TABLE t (d date DEFAULT '2024-01-31', i interval DEFAULT '1 day 2 hours', b bytea DEFAULT '\x01',
  f float8 DEFAULT 0.1234567890123, z timestamptz DEFAULT '2024-01-31 10:00+00');
ALTER TABLE t ALTER d SET DEFAULT '2024-02-29', ADD CHECK (z > '2024-01-01 00:00+00');
-- The baseline of a new log.
BEGIN;
DROP EXTENSION ddltrail;
CREATE EXTENSION ddltrail;
SHOW datestyle;
SELECT jsonb_path_query(definition, '$.columns[*].default_expression') FROM ddltrail.change_log
WHERE schema_name = 'settings_';
ROLLBACK;
RESET quote_all_identifiers;
RESET datestyle;
RESET intervalstyle;
RESET timezone;
RESET bytea_output;
RESET extra_float_digits;
SELECT jsonb_path_query(definition, '$.columns[*].default_expression') FROM ddltrail.change_log WHERE id > :start;
-- A command that turns its transaction read-only on the way.
CREATE TABLE unseen AS SELECT set_config('transaction_read_only', 'on', true);
BEGIN;
CREATE TABLE unseen_too AS SELECT set_config('transaction_read_only', 'on', true);
SHOW transaction_read_only;
COMMIT;
\i :abs_srcdir/trail.psql
DROP SCHEMA settings_ CASCADE;
