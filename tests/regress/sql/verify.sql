-- What no trigger saw is found, told and logged; then the log tells the schema again
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
SET client_min_messages = warning;
SET jit = off;
SELECT count(*) FROM ddltrail.verify();
CREATE ROLE ddltrail_leaver;
CREATE ROLE ddltrail_heir;
CREATE SCHEMA verify_;
CREATE SCHEMA verify_old;
CREATE TABLE verify_.altered (id int PRIMARY KEY, dropped int, retyped int);
CREATE TABLE verify_.renamed (id int);
CREATE TABLE verify_.moved (id int);
CREATE TABLE verify_.gone (id int);
CREATE TABLE verify_.left_behind (id int);
CREATE TABLE verify_old.in_it (id int);
CREATE TABLE verify_.same (id int);
CREATE TYPE verify_.mood AS ENUM ('sad');
CREATE DOMAIN verify_.short AS varchar(9);
CREATE FUNCTION verify_.f() RETURNS int LANGUAGE sql AS 'SELECT 1';
ALTER TABLE verify_.left_behind OWNER TO ddltrail_leaver;
ALTER TYPE verify_.mood OWNER TO ddltrail_leaver;
SELECT count(*) FROM ddltrail.verify();
SELECT ddltrail.current_cursor() AS cursor \gset
-- PostgreSQL raises no event for this, and in a new session the library is not loaded.
\c -
REASSIGN OWNED BY ddltrail_leaver TO ddltrail_heir;
SET client_min_messages = warning;
SET jit = off;
SELECT object_kind, object_identity, details FROM ddltrail.verify();
-- And none where the triggers are disabled.
ALTER EVENT TRIGGER "0000_ddltrail_end" DISABLE;
ALTER EVENT TRIGGER "0000_ddltrail_drop" DISABLE;
ALTER EVENT TRIGGER zzzz_ddltrail_start DISABLE;
CREATE TABLE verify_.made (id serial PRIMARY KEY);
ALTER TABLE verify_.altered DROP COLUMN dropped, ADD COLUMN added text NOT NULL, ALTER COLUMN retyped TYPE bigint;
COMMENT ON TABLE verify_.altered IS 'commented';
ALTER TABLE verify_.renamed RENAME TO renamed_;
ALTER TABLE verify_.moved SET SCHEMA public;
ALTER TABLE public.moved RENAME TO moved_;
DROP TABLE verify_.gone;
ALTER SCHEMA verify_old RENAME TO verify_new;
ALTER TYPE verify_.mood ADD VALUE 'happy';
ALTER DOMAIN verify_.short SET NOT NULL;
CREATE OR REPLACE FUNCTION verify_.f() RETURNS int LANGUAGE sql AS 'SELECT 2';
CREATE VIEW verify_.v AS SELECT id FROM verify_.same;
CREATE EXTENSION hstore SCHEMA verify_;
ALTER EVENT TRIGGER zzzz_ddltrail_start ENABLE ALWAYS;
ALTER EVENT TRIGGER "0000_ddltrail_drop" ENABLE ALWAYS;
ALTER EVENT TRIGGER "0000_ddltrail_end" ENABLE ALWAYS;
SELECT action, object_kind, object_identity, concat_ws('.', previous_schema, previous_name) AS previously, details,
  definition IS NULL AS bare FROM ddltrail.verify();
SELECT count(*) FROM ddltrail.verify();
-- The rows are in the log, for every reader, and the log tells the schema.
SELECT count(*), count(DISTINCT command_id) FROM ddltrail.changes_since(:'cursor') WHERE action = 'reconcile';
SELECT sentence FROM ddltrail.change_history WHERE object_identity = 'verify_.altered' ORDER BY id DESC LIMIT 1;
CREATE TEMPORARY VIEW now AS SELECT part.key AS relation, item.value AS "row" FROM ddltrail.definitions,
  LATERAL jsonb_each(definition) part, LATERAL jsonb_array_elements(part.value) item;
SET search_path = pg_catalog;
SET timezone = 'UTC';
(SELECT relation, "row" FROM ddltrail.schema_at('infinity') EXCEPT ALL TABLE pg_temp.now)
UNION ALL (TABLE pg_temp.now EXCEPT ALL SELECT relation, "row" FROM ddltrail.schema_at('infinity'));
RESET search_path;
-- Seen again: the history goes on from what was found.
ALTER TABLE verify_.made ADD COLUMN a int;
SELECT action, details FROM ddltrail.change_log WHERE id > :start AND object_name = 'made' ORDER BY id;
-- Without definitions names are compared, and no definition is logged; with them again it is made up for.
SET ddltrail.log_definitions = off;
SET session_replication_role = replica;
ALTER TABLE verify_.made RENAME TO made_;
SET session_replication_role = origin;
UPDATE pg_catalog.pg_class SET relname = 'made__' WHERE relname = 'made_';
SELECT object_identity, details, definition IS NULL FROM ddltrail.verify();
RESET ddltrail.log_definitions;
SELECT object_identity, details, definition IS NULL FROM ddltrail.verify();
SELECT count(*) > 0 FROM ddltrail.schema_at(clock_timestamp());
-- A broken log is sound again from then on.
SELECT ddltrail.mark_broken('for the test');
SELECT clock_timestamp() AS broken_at \gset
SELECT count(*) FROM ddltrail.verify();
SELECT is_broken, broken_reason FROM ddltrail.log_state;
SELECT count(*) > 0 FROM ddltrail.schema_at(clock_timestamp());
\set VERBOSITY sqlstate
SELECT count(*) > 0 FROM ddltrail.schema_at(:'broken_at');
SET ROLE ddltrail_heir;
SELECT * FROM ddltrail.verify();
SELECT * FROM ddltrail.differences(true);
RESET ROLE;
DROP SCHEMA verify_, verify_new CASCADE;
DROP TABLE public.moved_;
DROP ROLE ddltrail_leaver, ddltrail_heir;
