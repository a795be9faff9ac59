-- Who may do what: nobody forges, silences or hijacks the log
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
SET client_min_messages = warning;
CREATE ROLE ddltrail_user;
CREATE SCHEMA security_ AUTHORIZATION ddltrail_user;
SELECT coalesce(max(id), 0) AS start FROM ddltrail.change_log \gset
SET ROLE ddltrail_user;
SELECT count(*) FROM ddltrail.change_log;
INSERT INTO ddltrail.change_log (id) VALUES (1);
UPDATE ddltrail.log SET is_broken = false;
DELETE FROM ddltrail.change_log;
TRUNCATE ddltrail.change_log;
SELECT nextval('ddltrail.change_log_id_seq');
ALTER EVENT TRIGGER zzzz_ddltrail_start DISABLE;
DROP EXTENSION ddltrail;
CREATE TABLE ddltrail.mine (id int);
SET ddltrail.log_definitions = off;
SET ddltrail.statement_text = full;
SET ddltrail.on_error = warn;
SELECT ddltrail.on_ddl_command_end();
-- What everybody may: the relations and the state.
SELECT is_broken FROM ddltrail.log_state;
SELECT count(*) >= 0 FROM ddltrail.tables;
SELECT ddltrail.current_cursor() IS NOT NULL;
-- Functions and operators of the user on his path are not called, and he is named, not the owner.
SET search_path = security_, pg_catalog;
CREATE FUNCTION security_.clock_timestamp() RETURNS timestamptz LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''hijacked''; END';
CREATE FUNCTION security_.shout(text, oid) RETURNS text LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''hijacked''; END';
CREATE OPERATOR security_.|| (FUNCTION = security_.shout, LEFTARG = text, RIGHTARG = oid);
CREATE TABLE pg_class (id int);
ALTER TABLE security_.pg_class ADD COLUMN relname text;
DROP TABLE security_.pg_class;
RESET ROLE;
RESET search_path;
SELECT command_tag, actor, session_actor = session_user AS same_session FROM ddltrail.change_log
WHERE id > :start ORDER BY id;
-- A definer's command is the definer's.
CREATE FUNCTION security_.make() RETURNS void LANGUAGE sql SECURITY DEFINER AS 'CREATE TABLE security_.made (id int)';
ALTER FUNCTION security_.make() OWNER TO ddltrail_user;
SELECT security_.make();
SELECT actor, object_identity FROM ddltrail.change_log WHERE object_name = 'made';
-- The log at fault: by default the command fails, with on_error = warn it goes on and the log says so.
BEGIN;
ALTER TABLE ddltrail.change_log ADD CONSTRAINT refuses CHECK (object_name <> 'refused');
\set VERBOSITY terse
SAVEPOINT s;
CREATE TABLE security_.refused (id int);
ROLLBACK TO s;
SET LOCAL ddltrail.on_error = warn;
SET LOCAL client_min_messages = error;
CREATE TABLE security_.refused (id int);
CREATE TABLE security_.accepted (id int);
SELECT object_name FROM ddltrail.change_log WHERE object_name IN ('refused', 'accepted');
SELECT is_broken, broken_reason FROM ddltrail.log_state;
ROLLBACK;
SELECT is_broken FROM ddltrail.log_state;
-- A schema of that name that a user made beforehand: his operators in it would run with the rights of readers.
BEGIN;
DROP EXTENSION ddltrail;
DROP SCHEMA IF EXISTS ddltrail;
CREATE SCHEMA ddltrail AUTHORIZATION ddltrail_user;
CREATE EXTENSION ddltrail;
ROLLBACK;
DROP SCHEMA security_ CASCADE;
DROP ROLE ddltrail_user;
