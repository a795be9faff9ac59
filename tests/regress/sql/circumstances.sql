-- Odd names, sizes and circumstances: the log is in nobody's way
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
SET client_min_messages = warning;
CREATE SCHEMA odd_;
SET search_path = odd_;
-- Names.
CREATE TABLE "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggg" ("ä😀" int);
CREATE SCHEMA "odd ""quoted
line";
CREATE TABLE "odd ""quoted
line"."tab	le\" ("co""l
umn" int DEFAULT 1, "$1" text CHECK ("$1" <> ''));
ALTER TABLE "odd ""quoted
line"."tab	le\" RENAME COLUMN "co""l
umn" TO "'x'; --";
CREATE TYPE "%s%n" AS ENUM ('a''b', E'\\', E'\n', '😀');
CREATE FUNCTION "f(x"(" a" int, text DEFAULT E'\n"') RETURNS int LANGUAGE sql AS 'SELECT 1';
DROP SCHEMA "odd ""quoted
line" CASCADE;
-- Sizes: as many columns as there can be; more drops than fit in memory.
\set ECHO none
SELECT format('CREATE TABLE wide (%s)', string_agg('c' || i || ' int', ', ')) FROM generate_series(1, 1600) i \gexec
ALTER TABLE wide RENAME COLUMN c1600 TO last;
SELECT 'ALTER TABLE wide ' || string_agg(format('ALTER c%s SET STATISTICS 7, ALTER c%1$s SET DEFAULT 1', i), ', ')
FROM generate_series(1, 500) i \gexec
\set ECHO all
DROP TABLE wide;
SET work_mem = '64kB';
CREATE TABLE base (id int);
DO $$ BEGIN FOR i IN 1..500 LOOP EXECUTE format('CREATE VIEW v%s AS SELECT id FROM base', i); END LOOP; END $$;
DROP TABLE base CASCADE;
RESET work_mem;
SELECT object_name, count(*), sum(jsonb_array_length(details)) FROM ddltrail.change_log
WHERE id > :start AND object_name = 'wide' GROUP BY 1;
SELECT command_tag, count(*) FROM ddltrail.change_log WHERE id > :start AND object_name ~ '^v\d+$' GROUP BY 1 ORDER BY 1;
-- Transactions of every kind.
CREATE TABLE t (id int);
BEGIN READ ONLY;
REINDEX TABLE t;
COMMIT;
BEGIN ISOLATION LEVEL REPEATABLE READ;
SELECT count(*) FROM t;
ALTER TABLE t ADD COLUMN in_repeatable_read int;
COMMIT;
BEGIN ISOLATION LEVEL SERIALIZABLE;
SELECT count(*) FROM t;
ALTER TABLE t ADD COLUMN in_serializable int;
SET TRANSACTION READ ONLY;
COMMIT;
BEGIN;
ALTER TYPE "%s%n" ADD VALUE 'in transaction';
COMMIT;
SET lock_timeout = '1ms';
ALTER TABLE t ADD COLUMN in_a_hurry int;
RESET lock_timeout;
CREATE INDEX CONCURRENTLY i ON t (id);
DROP INDEX CONCURRENTLY i;
BEGIN;
CREATE TEMP TABLE gone (id serial) ON COMMIT DROP;
ALTER TABLE gone ADD COLUMN n int;
COMMIT;
-- A command that is stopped leaves nothing, and the session goes on.
SET statement_timeout = '1s';
DO $$ BEGIN CREATE TABLE stopped (id int); PERFORM pg_sleep(10); END $$;
RESET statement_timeout;
-- Commands within commands, and the event triggers of others: what they do is theirs.
DO $$ BEGIN EXECUTE 'DO $i$ BEGIN EXECUTE ''CREATE TABLE nested (id int)''; END $i$'; END $$;
CREATE FUNCTION add_column() RETURNS event_trigger LANGUAGE plpgsql AS $$
DECLARE made text;
BEGIN
  FOR made IN SELECT object_identity FROM pg_event_trigger_ddl_commands() WHERE object_type = 'table' LOOP
    EXECUTE format('ALTER TABLE %s ADD COLUMN audit int', made);
  END LOOP;
END $$;
CREATE FUNCTION make_table() RETURNS event_trigger LANGUAGE plpgsql AS
  'BEGIN CREATE TABLE IF NOT EXISTS odd_.made_at_start (id int); END';
CREATE EVENT TRIGGER aaa_first ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION add_column();
CREATE EVENT TRIGGER zzzzzz_last ON ddl_command_start WHEN TAG IN ('CREATE VIEW') EXECUTE FUNCTION make_table();
CREATE TABLE audited (id int);
CREATE VIEW viewed AS SELECT 1 AS one;
DROP EVENT TRIGGER aaa_first;
DROP EVENT TRIGGER zzzzzz_last;
-- Who is meant by a definer's command: the definer.
CREATE ROLE ddltrail_definer;
GRANT ALL ON SCHEMA odd_ TO ddltrail_definer;
CREATE FUNCTION make() RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS
  'BEGIN CREATE TABLE odd_.by_definer (id int); SET LOCAL search_path = odd_; ALTER TABLE by_definer ADD COLUMN n int; END';
ALTER FUNCTION make() OWNER TO ddltrail_definer;
SELECT make();
-- Indexes that the superuser adds to the log are kept up.
CREATE INDEX by_name ON ddltrail.change_log (lower(object_name)) WHERE migration IS NULL;
CREATE INDEX by_details ON ddltrail.change_log USING gin (details);
CREATE TABLE indexed (id int);
SET enable_seqscan = off;
SELECT object_identity FROM ddltrail.change_log WHERE lower(object_name) = 'indexed' AND migration IS NULL;
SELECT count(*) FROM ddltrail.change_log WHERE details @> '[{"column": "in_a_hurry"}]';
RESET enable_seqscan;
DROP INDEX ddltrail.by_name, ddltrail.by_details;
SELECT actor = session_actor AS by_session, command_tag, action, object_identity, details, statement
FROM ddltrail.change_log
WHERE id > :start AND object_name !~ '^(wide|base|v\d+)$' AND object_kind IN ('table', 'view', 'schema', 'index', 'enum', 'function')
ORDER BY id;
DROP SCHEMA odd_ CASCADE;
DROP ROLE ddltrail_definer;
