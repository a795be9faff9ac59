-- The guards: whatever fails inside the extension is an error of the command, and the session goes on
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
\set VERBOSITY terse
SET ddltrail.debug_fault = 'start:runtime_error';
CREATE TABLE faults_ (id int);
SET ddltrail.debug_fault = 'hook:bad_alloc';
CREATE TABLE faults_ (id int);
SET ddltrail.debug_fault = 'hook:server';
CREATE TABLE faults_ (id int);
SET ddltrail.debug_fault = 'end:int';
CREATE TABLE faults_ (id int);
SET ddltrail.debug_fault = 'function:runtime_error';
SELECT ddltrail.current_cursor();
\set VERBOSITY verbose
SET ddltrail.debug_fault = 'end:server';
DO $$
DECLARE state text; hint text;
BEGIN
  CREATE TABLE faults_ (id int);
EXCEPTION WHEN OTHERS THEN
  GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, hint = PG_EXCEPTION_HINT;
  PERFORM set_config('ddltrail.debug_fault', '', false);
  CREATE TABLE from_handler (id int);
  EXECUTE format('COMMENT ON TABLE from_handler IS %L', state || ' ' || hint);
END
$$;
\set VERBOSITY terse
SELECT obj_description('from_handler'::regclass);
-- With on_error = warn the command is done, and the log says that it has a hole.
BEGIN;
SET LOCAL ddltrail.on_error = warn;
SET LOCAL ddltrail.debug_fault = 'end:runtime_error';
CREATE TABLE faults_ (id int);
SET LOCAL ddltrail.debug_fault = 'end:server';
DROP TABLE faults_;
SET LOCAL ddltrail.debug_fault = '';
CREATE TABLE faults_ (id int);
SELECT is_broken, broken_reason FROM ddltrail.log_state;
SAVEPOINT before_reading;
SELECT id FROM ddltrail.changes_since(ddltrail.current_cursor());
ROLLBACK TO before_reading;
ROLLBACK;
SELECT is_broken FROM ddltrail.log_state;
CREATE TABLE faults_ (id int);
\i :abs_srcdir/trail.psql
DROP TABLE faults_, from_handler;
