-- Operators, their classes and families; casts, collations, conversions, languages, transforms, access methods
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
SET client_min_messages = warning;
CREATE SCHEMA operators_;
SET search_path = operators_;
CREATE FUNCTION same(int, text) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT true';
CREATE OPERATOR === (LEFTARG = int, RIGHTARG = text, FUNCTION = same);
ALTER OPERATOR === (int, text) SET (RESTRICT = eqsel);
COMMENT ON OPERATOR === (int, text) IS 'same';
CREATE OPERATOR FAMILY f USING btree;
ALTER OPERATOR FAMILY f USING btree ADD OPERATOR 1 < (int4, int4), FUNCTION 1 btint4cmp(int4, int4);
ALTER OPERATOR FAMILY f USING btree DROP OPERATOR 1 (int4, int4);
CREATE OPERATOR CLASS c FOR TYPE int8 USING btree FAMILY f AS OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=,
  OPERATOR 5 >, FUNCTION 1 btint8cmp(int8, int8);
ALTER OPERATOR CLASS c USING btree RENAME TO c2;
DROP OPERATOR FAMILY f USING btree CASCADE;
CREATE TYPE pair AS (a int, b int);
CREATE FUNCTION to_pair(int) RETURNS pair LANGUAGE sql AS 'SELECT ROW($1, $1)::operators_.pair';
CREATE CAST (int AS pair) WITH FUNCTION to_pair(int);
COMMENT ON CAST (int AS pair) IS 'twice';
DROP CAST (int AS pair);
CREATE COLLATION plain FROM "C";
ALTER COLLATION plain RENAME TO plainer;
CREATE CONVERSION conv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
ALTER CONVERSION conv RENAME TO conv2;
CREATE TRUSTED LANGUAGE ddltrail_l HANDLER plpgsql_call_handler;
GRANT USAGE ON LANGUAGE ddltrail_l TO PUBLIC;
ALTER LANGUAGE ddltrail_l RENAME TO ddltrail_l2;
DROP LANGUAGE ddltrail_l2;
CREATE ACCESS METHOD ddltrail_am TYPE TABLE HANDLER heap_tableam_handler;
COMMENT ON ACCESS METHOD ddltrail_am IS 'heap';
CREATE TABLE t (a int);
ALTER TABLE t SET ACCESS METHOD ddltrail_am;
DROP TABLE t;
DROP ACCESS METHOD ddltrail_am;
RESET search_path;
\i :abs_srcdir/trail.psql
DROP SCHEMA operators_ CASCADE;
