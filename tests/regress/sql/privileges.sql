-- Privileges of every kind of object, and default privileges
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
SET client_min_messages = warning;
CREATE ROLE ddltrail_a;
CREATE ROLE ddltrail_b;
CREATE SCHEMA privileges_;
SET search_path = privileges_;
CREATE TABLE t (id int, n int);
CREATE TABLE u (id int);
CREATE SEQUENCE s;
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE e AS ENUM ('a');
CREATE DOMAIN d AS int;
REVOKE ALL ON t, u FROM CURRENT_USER; -- all is more since 17
GRANT SELECT, UPDATE ON t TO ddltrail_a WITH GRANT OPTION;
GRANT SELECT ON ALL TABLES IN SCHEMA privileges_ TO ddltrail_b;
GRANT UPDATE (n) ON t TO ddltrail_b;
GRANT USAGE ON SEQUENCE s TO ddltrail_a;
GRANT EXECUTE ON FUNCTION f() TO ddltrail_a;
REVOKE ALL ON FUNCTION f() FROM PUBLIC;
GRANT USAGE ON TYPE e TO ddltrail_a;
GRANT USAGE ON DOMAIN d TO ddltrail_a;
GRANT CREATE ON SCHEMA privileges_ TO ddltrail_a;
REVOKE GRANT OPTION FOR SELECT ON t FROM ddltrail_a;
REVOKE UPDATE (n) ON t FROM ddltrail_b;
ALTER DEFAULT PRIVILEGES IN SCHEMA privileges_ GRANT SELECT ON TABLES TO ddltrail_a;
ALTER DEFAULT PRIVILEGES IN SCHEMA privileges_ GRANT INSERT ON TABLES TO ddltrail_a;
ALTER DEFAULT PRIVILEGES IN SCHEMA privileges_ REVOKE ALL ON TABLES FROM ddltrail_a;
DROP OWNED BY ddltrail_a;
SELECT lo_create(4711);
GRANT SELECT ON LARGE OBJECT 4711 TO ddltrail_b;
COMMENT ON LARGE OBJECT 4711 IS 'large';
ALTER LARGE OBJECT 4711 OWNER TO ddltrail_b;
SELECT lo_unlink(4711);
RESET search_path;
\i :abs_srcdir/trail.psql
DROP SCHEMA privileges_ CASCADE;
DROP ROLE ddltrail_a, ddltrail_b;
