-- ddltrail.on_error = warn: whatever fails, the command is done and the log says that it has a hole
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
\set VERBOSITY terse
CREATE SCHEMA warn_;
SET search_path = warn_;
CREATE TABLE altered (id int, n int DEFAULT 1 CHECK (n > 0));
CREATE ROLE ddltrail_warned;
SET ddltrail.on_error = warn;
-- Each zone with each sort of failure, in a column that comes and one that goes. What was done is undone with its transaction.
CREATE FUNCTION attempt(fault text, statement text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('ddltrail.debug_fault', fault, true);
  EXECUTE statement;
  PERFORM set_config('ddltrail.debug_fault', '', true);
  RAISE EXCEPTION '% columns; %', (SELECT count(*) FROM pg_attribute
    WHERE attrelid = 'warn_.altered'::regclass AND attnum > 0 AND NOT attisdropped), (SELECT broken_reason FROM ddltrail.log_state);
EXCEPTION WHEN OTHERS THEN
  RETURN SQLERRM;
END $$;
SET client_min_messages = error;
SELECT fault, statement, attempt(fault, statement)
FROM unnest(ARRAY['start:runtime_error', 'start:bad_alloc', 'start:int', 'start:server', 'end:runtime_error', 'end:bad_alloc', 'end:int',
    'end:server']) fault,
  unnest(ARRAY['ALTER TABLE warn_.altered ADD COLUMN added int', 'ALTER TABLE warn_.altered DROP COLUMN n']) statement;
RESET client_min_messages;
-- A command that fires no event trigger, one that commits midway, and one that another one runs.
SET ddltrail.debug_fault = 'end:server';
BEGIN;
ALTER ROLE ddltrail_warned CREATEDB;
SELECT rolcreatedb FROM pg_roles WHERE rolname = 'ddltrail_warned';
SELECT is_broken FROM ddltrail.log_state;
ROLLBACK;
BEGIN;
CREATE FUNCTION make() RETURNS int LANGUAGE sql AS 'CREATE TABLE inner_one (id int); SELECT 1';
CREATE TABLE outer_one AS SELECT make();
SELECT 'inner_one'::regclass, 'outer_one'::regclass;
ROLLBACK;
CREATE INDEX CONCURRENTLY made ON altered (id);
RESET ddltrail.debug_fault;
SELECT indisvalid FROM pg_index WHERE indexrelid = 'made'::regclass;
SELECT is_broken, broken_reason FROM ddltrail.log_state;
SELECT FROM ddltrail.changes_since(NULL);
-- The session goes on, and so does the log.
CREATE TABLE afterwards (id int);
SELECT object_name FROM ddltrail.change_log WHERE id > :start ORDER BY id;
-- The log itself at fault: a column that is missing, no row of its own, no table at all, no number left.
BEGIN;
ALTER TABLE ddltrail.change_log DROP COLUMN search_path;
CREATE TABLE one (id int);
RESET ddltrail.on_error;
CREATE TABLE two (id int);
ROLLBACK;
BEGIN;
DELETE FROM ddltrail.log;
CREATE TABLE one (id int);
RESET ddltrail.on_error;
CREATE TABLE two (id int);
ROLLBACK;
BEGIN;
ALTER TABLE ddltrail.change_log RENAME TO other;
CREATE TABLE one (id int);
RESET ddltrail.on_error;
CREATE TABLE two (id int);
ROLLBACK;
BEGIN;
SELECT setval('ddltrail.change_log_id_seq', 9223372036854775807);
CREATE TABLE one (id int);
RESET ddltrail.on_error;
CREATE TABLE two (id int);
ROLLBACK;
RESET ddltrail.on_error;
-- A whole log again.
DROP EXTENSION ddltrail;
SET client_min_messages = warning;
DROP SCHEMA warn_ CASCADE;
DROP ROLE ddltrail_warned;
CREATE EXTENSION ddltrail;
SELECT is_broken FROM ddltrail.log_state;
