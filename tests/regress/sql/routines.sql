-- Functions, procedures, aggregates
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
CREATE SCHEMA routines_;
SET search_path = routines_;
CREATE FUNCTION f(a int, b text DEFAULT 'x') RETURNS int LANGUAGE sql AS 'SELECT a';
CREATE OR REPLACE FUNCTION f(a int, b text DEFAULT 'x') RETURNS int LANGUAGE sql AS 'SELECT a';
CREATE OR REPLACE FUNCTION f(a int, b text DEFAULT 'y') RETURNS int LANGUAGE sql AS 'SELECT a + 1';
ALTER FUNCTION f STABLE STRICT SECURITY DEFINER COST 10 SET search_path = pg_catalog;
ALTER FUNCTION f RESET ALL;
ALTER FUNCTION f RENAME TO g;
CREATE FUNCTION atomic(a int) RETURNS int BEGIN ATOMIC SELECT a; END;
CREATE PROCEDURE p(a int) LANGUAGE plpgsql AS 'BEGIN END';
ALTER PROCEDURE p SECURITY DEFINER;
CREATE AGGREGATE total (int) (SFUNC = int4pl, STYPE = int, INITCOND = '0');
CREATE OR REPLACE AGGREGATE total (int) (SFUNC = int4pl, STYPE = int, INITCOND = '1');
ALTER AGGREGATE total (int) RENAME TO sum_up;
COMMENT ON AGGREGATE sum_up (int) IS 'adds';
DROP ROUTINE g;
RESET search_path;
\i :abs_srcdir/trail.psql
DROP SCHEMA routines_ CASCADE;
