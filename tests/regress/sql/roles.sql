-- Roles, databases, tablespaces, event triggers: no events, but hooks; no password is told
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
SET client_min_messages = warning;
-- Loads the library.
CREATE SCHEMA roles_;
CREATE ROLE ddltrail_r LOGIN PASSWORD 'planted';
ALTER ROLE ddltrail_r PASSWORD 'planted2' CREATEDB;
ALTER ROLE ddltrail_r SET work_mem = '8MB';
ALTER ROLE ddltrail_r SET application_name = 'planted';
ALTER ROLE ddltrail_r RENAME TO ddltrail_r2;
CREATE ROLE ddltrail_g;
GRANT ddltrail_g TO ddltrail_r2;
REVOKE ddltrail_g FROM ddltrail_r2;
COMMENT ON ROLE ddltrail_g IS 'a group';
CREATE DATABASE ddltrail_d;
ALTER DATABASE ddltrail_d SET work_mem = '8MB';
ALTER DATABASE ddltrail_d CONNECTION LIMIT 3;
ALTER DATABASE ddltrail_d OWNER TO ddltrail_g;
GRANT CONNECT ON DATABASE ddltrail_d TO ddltrail_r2;
COMMENT ON DATABASE ddltrail_d IS 'a database';
ALTER DATABASE ddltrail_d RENAME TO ddltrail_d2;
DROP DATABASE ddltrail_d2;
GRANT SET ON PARAMETER work_mem TO ddltrail_g;
REVOKE SET ON PARAMETER work_mem FROM ddltrail_g;
CREATE FUNCTION ddltrail_f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER ddltrail_e ON ddl_command_start WHEN TAG IN ('CREATE AGGREGATE') EXECUTE FUNCTION ddltrail_f();
ALTER EVENT TRIGGER ddltrail_e DISABLE;
ALTER EVENT TRIGGER ddltrail_e RENAME TO ddltrail_e2;
COMMENT ON EVENT TRIGGER ddltrail_e2 IS 'an event trigger';
DROP EVENT TRIGGER ddltrail_e2;
DROP FUNCTION ddltrail_f();
DROP ROLE ddltrail_r2, ddltrail_g;
DROP SCHEMA roles_;
\i :abs_srcdir/trail.psql
SELECT count(*) AS planted FROM ddltrail.change_log c WHERE id > :start AND to_jsonb(c)::text LIKE '%planted%';
