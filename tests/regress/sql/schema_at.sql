-- The log alone tells the schema of every moment
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
SET client_min_messages = warning;
SET jit = off;
SET timezone = 'UTC';
-- Moments, and what the relations said then.
CREATE TEMPORARY TABLE moments (number int, at timestamptz, relation text, "row" jsonb);
CREATE FUNCTION pg_temp.remember(number int) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog SET timezone = 'UTC' AS $$
BEGIN
  INSERT INTO pg_temp.moments
  SELECT number, (SELECT pg_catalog.clock_timestamp()), part.key, item.value
  FROM ddltrail.definitions, LATERAL pg_catalog.jsonb_each(definition) part,
    LATERAL pg_catalog.jsonb_array_elements(part.value) item;
END $$;
SELECT pg_temp.remember(0);
CREATE ROLE ddltrail_maker;
CREATE SCHEMA schema_at_;
CREATE TYPE schema_at_.mood AS ENUM ('sad', 'happy');
CREATE DOMAIN schema_at_.short AS varchar(9) CHECK (VALUE <> '');
CREATE TYPE schema_at_.pair AS (x int, y schema_at_.short);
CREATE TYPE schema_at_.span AS RANGE (subtype = float8);
CREATE FUNCTION schema_at_.f(a int, b text DEFAULT 'x') RETURNS int LANGUAGE sql AS 'SELECT a';
CREATE AGGREGATE schema_at_.total (int) (sfunc = int4pl, stype = int);
CREATE TABLE schema_at_.a (id serial PRIMARY KEY, m schema_at_.mood DEFAULT 'sad', n schema_at_.short, gone int);
CREATE TABLE schema_at_.b (number serial, id int GENERATED ALWAYS AS IDENTITY, a_id int REFERENCES schema_at_.a, UNIQUE (a_id));
CREATE VIEW schema_at_.v AS SELECT a.id, a.m FROM schema_at_.a;
CREATE TABLE schema_at_.parted (id int, at date) PARTITION BY RANGE (at);
SELECT pg_temp.remember(1);
ALTER TABLE schema_at_.a RENAME TO aa;
ALTER TABLE schema_at_.aa DROP COLUMN gone, ADD COLUMN more int[] NOT NULL DEFAULT '{1}';
ALTER TABLE schema_at_.aa RENAME COLUMN m TO feeling;
ALTER TYPE schema_at_.mood ADD VALUE 'calm' BEFORE 'happy';
ALTER DOMAIN schema_at_.short SET DEFAULT 'y';
ALTER TYPE schema_at_.pair ADD ATTRIBUTE z int;
CREATE OR REPLACE FUNCTION schema_at_.f(a int, b text DEFAULT 'x') RETURNS int LANGUAGE sql AS 'SELECT a + 1';
COMMENT ON COLUMN schema_at_.aa.feeling IS 'how it is';
CREATE INDEX later ON schema_at_.aa (lower(n));
ALTER TYPE schema_at_.mood RENAME TO humour;
ALTER DOMAIN schema_at_.short RENAME TO brief;
CREATE TABLE schema_at_.part PARTITION OF schema_at_.parted FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
SELECT pg_temp.remember(2);
BEGIN;
ALTER TABLE schema_at_.b OWNER TO ddltrail_maker;
SAVEPOINT s;
DROP VIEW schema_at_.v;
ROLLBACK TO s;
CREATE OR REPLACE VIEW schema_at_.v AS SELECT aa.id, aa.feeling, 1 AS one FROM schema_at_.aa;
COMMIT;
ALTER SEQUENCE schema_at_.b_number_seq INCREMENT 5;
ALTER TABLE schema_at_.b DROP CONSTRAINT b_a_id_key;
ALTER SCHEMA schema_at_ RENAME TO schema_at_2;
ALTER SCHEMA schema_at_2 OWNER TO ddltrail_maker;
SELECT pg_temp.remember(6);
ALTER SCHEMA schema_at_2 RENAME TO schema_at_;
SELECT pg_temp.remember(3);
ALTER FUNCTION schema_at_.f RENAME TO g;
DROP AGGREGATE schema_at_.total(int);
DROP TYPE schema_at_.pair;
DROP TABLE schema_at_.b;
DROP TABLE schema_at_.part;
ALTER TABLE schema_at_.aa SET SCHEMA public;
CREATE EXTENSION hstore;
COMMENT ON FUNCTION akeys(hstore) IS 'of another';
SELECT pg_temp.remember(4);
DROP EXTENSION hstore;
DROP SCHEMA schema_at_ CASCADE;
DROP TABLE public.aa;
SELECT pg_temp.remember(5);
-- What the log says of each moment is what was remembered.
SELECT DISTINCT moment.number, difference.*
FROM (SELECT DISTINCT number, at FROM moments) moment
CROSS JOIN LATERAL (
  SELECT string_agg(difference, E'\n') AS difference FROM (
    (SELECT 'log: ' || s.relation || ' ' || s."row" FROM ddltrail.schema_at(moment.at) s
     EXCEPT ALL SELECT 'log: ' || m.relation || ' ' || m."row" FROM moments m WHERE m.number = moment.number)
    UNION ALL
    (SELECT 'then: ' || m.relation || ' ' || m."row" FROM moments m WHERE m.number = moment.number
     EXCEPT ALL SELECT 'then: ' || s.relation || ' ' || s."row" FROM ddltrail.schema_at(moment.at) s)) d (difference)
) difference
ORDER BY 1;
SELECT count(*) > 80 FROM moments;
SELECT relation, schema_name, object_name, "row" ->> 'column_name' AS column_name
FROM ddltrail.schema_at((SELECT max(at) FROM moments WHERE number = 2))
WHERE schema_name = 'schema_at_' AND object_name = 'aa' ORDER BY 1, ("row" ->> 'position')::int, "row" ->> 'constraint_name';
-- Where it cannot tell, it says so.
\set VERBOSITY terse
SELECT count(*) FROM ddltrail.schema_at('2000-01-01 00:00+00');
SELECT count(*) FROM ddltrail.schema_at(NULL);
BEGIN;
SET LOCAL ddltrail.log_definitions = off;
CREATE TABLE bare (id int);
\set VERBOSITY default
DO $$ BEGIN PERFORM ddltrail.schema_at(clock_timestamp()); EXCEPTION WHEN object_not_in_prerequisite_state THEN
  RAISE WARNING '%', regexp_replace(SQLERRM, '[0-9]+', 'N'); END $$;
SELECT count(*) > 0 FROM ddltrail.schema_at((SELECT max(at) FROM moments));
DROP TABLE bare;
SELECT count(*) > 0 FROM ddltrail.schema_at(clock_timestamp());
SELECT ddltrail.mark_broken('for the test');
SELECT count(*) FROM ddltrail.schema_at(clock_timestamp());
ROLLBACK;
DROP ROLE ddltrail_maker;
