-- Enums, and the other types
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
CREATE SCHEMA enums_;
SET search_path = enums_;
CREATE TYPE status AS ENUM ('new', 'done');
ALTER TYPE status ADD VALUE 'paid' BEFORE 'done';
ALTER TYPE status ADD VALUE 'first' BEFORE 'new';
ALTER TYPE status ADD VALUE 'last';
ALTER TYPE status ADD VALUE IF NOT EXISTS 'last';
ALTER TYPE status RENAME VALUE 'done' TO 'sent';
ALTER TYPE status RENAME TO order_status;
COMMENT ON TYPE order_status IS 'of an order';
SELECT "values" FROM ddltrail.enums WHERE schema_name = 'enums_';
CREATE TYPE empty AS ENUM ();
ALTER TYPE empty ADD VALUE 'only';
CREATE TYPE pair AS (a int, b text);
ALTER TYPE pair ADD ATTRIBUTE c date;
ALTER TYPE pair RENAME ATTRIBUTE a TO x;
ALTER TYPE pair ALTER ATTRIBUTE x TYPE bigint;
CREATE TYPE span AS RANGE (subtype = int);
CREATE DOMAIN label AS text DEFAULT 'x';
ALTER DOMAIN label SET NOT NULL;
CREATE TABLE uses (s order_status, n label);
DROP TYPE order_status CASCADE;
DROP TYPE pair, span, empty;
DROP DOMAIN label CASCADE;
\i :abs_srcdir/trail.psql
DROP SCHEMA enums_ CASCADE;
