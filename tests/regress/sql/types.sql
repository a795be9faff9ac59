-- Types: composite types, domains, ranges, base types; what reaches the tables that have them
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
SET client_min_messages = warning;
CREATE SCHEMA types_;
CREATE SCHEMA types_2;
SET search_path = types_;
CREATE TYPE pair AS (x int, y text COLLATE "C");
ALTER TYPE pair ADD ATTRIBUTE z int, DROP ATTRIBUTE y;
ALTER TYPE pair RENAME ATTRIBUTE z TO w;
ALTER TYPE pair ALTER ATTRIBUTE w TYPE bigint;
COMMENT ON COLUMN pair.w IS 'wide';
CREATE DOMAIN positive AS int DEFAULT 1 CHECK (VALUE > 0);
CREATE TABLE uses (id positive, p pair);
CREATE TABLE uses_many (many positive[]);
CREATE FUNCTION takes(positive) RETURNS pair LANGUAGE sql AS 'SELECT NULL::types_.pair';
ALTER DOMAIN positive SET DEFAULT 2;
ALTER TABLE uses_many RENAME TO used_many;
DROP TABLE used_many;
ALTER DOMAIN positive SET NOT NULL;
ALTER DOMAIN positive ADD CONSTRAINT small CHECK (VALUE < 10) NOT VALID;
ALTER DOMAIN positive VALIDATE CONSTRAINT small;
ALTER DOMAIN positive RENAME TO natural_number;
ALTER DOMAIN natural_number SET SCHEMA types_2;
ALTER TYPE pair RENAME TO couple;
CREATE TYPE span AS RANGE (SUBTYPE = int, MULTIRANGE_TYPE_NAME = spans);
ALTER TYPE span RENAME TO stretch;
CREATE TYPE never_defined;
DROP TYPE never_defined;
CREATE TYPE blob;
CREATE FUNCTION blob_in(cstring) RETURNS blob LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION blob_out(blob) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE TYPE blob (INPUT = blob_in, OUTPUT = blob_out, LIKE = int4);
ALTER TYPE blob SET (STORAGE = plain);
ALTER SCHEMA types_2 RENAME TO types_3;
RESET search_path;
\i :abs_srcdir/trail.psql
DROP SCHEMA types_, types_3 CASCADE;
