-- Pruning: nobody loses what he still needs, and nobody misses it unawares
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
SET client_min_messages = warning;
SET jit = off;
-- A new log, of this test only.
DROP EXTENSION ddltrail;
CREATE EXTENSION ddltrail;
CREATE SCHEMA retention_;
CREATE TABLE retention_.kept (id int);
ALTER TABLE retention_.kept ADD COLUMN a int;
CREATE TABLE retention_.gone (id int);
SELECT ddltrail.register_consumer('slow') = ddltrail.current_cursor();
SELECT ddltrail.current_cursor() AS early \gset
DROP TABLE retention_.gone;
ALTER TABLE retention_.kept ADD COLUMN b int;
COMMENT ON TABLE retention_.kept IS 'x';
SELECT clock_timestamp() AS middle, ddltrail.current_cursor() AS cursor \gset
CREATE TEMPORARY TABLE remembered AS SELECT relation, "row" FROM ddltrail.schema_at(:'middle');
SELECT clock_timestamp() AS later \gset
ALTER TABLE retention_.kept ADD COLUMN c int;
-- What the consumer has not read stays.
SELECT removed > 1 AS removed, remaining, kept_unread, held_by, kept_for_schema > 0 AS kept_for_schema, known_since = :'later'
FROM ddltrail.prune(:'later');
SELECT action, object_name FROM ddltrail.changes_since((SELECT cursor FROM ddltrail.consumers WHERE name = 'slow'));
SELECT action, object_name, details FROM ddltrail.change_log WHERE schema_name = 'retention_' ORDER BY id;
-- He reads on; then it goes, a few at a time.
SELECT ddltrail.advance_consumer('slow', :'cursor');
SELECT ddltrail.register_consumer('slow') = :'cursor';
SELECT removed, remaining, kept_unread, held_by FROM ddltrail.prune(:'later', max_rows => 1);
SELECT removed, remaining, kept_unread, held_by FROM ddltrail.prune(:'later', max_rows => 1);
SELECT removed, remaining, kept_unread, held_by FROM ddltrail.prune(:'later');
SELECT removed, remaining, kept_unread, held_by FROM ddltrail.prune(:'later');
SELECT action, object_name, details FROM ddltrail.change_log WHERE schema_name = 'retention_' ORDER BY id;
-- Cursors: his is good, one that was taken before is not, and says so.
SELECT action, object_name FROM ddltrail.changes_since(:'cursor');
\set VERBOSITY sqlstate
SELECT * FROM ddltrail.changes_since(:'early');
\set VERBOSITY terse
SELECT * FROM ddltrail.changes_since(:'early');
SELECT ddltrail.advance_consumer('slow', :'early');
SELECT ddltrail.advance_consumer('slow', '1/x/1/1/1/1:1:');
SELECT ddltrail.advance_consumer('nobody', :'cursor');
SELECT count(*) FROM ddltrail.changes_since(ddltrail.current_cursor());
-- The past: as far as it is told, it is told right.
\set VERBOSITY sqlstate
SELECT count(*) FROM ddltrail.schema_at(:'later'::timestamptz - interval '1 microsecond');
\set VERBOSITY terse
SELECT count(*) > 0 FROM ddltrail.schema_at(:'later');
(SELECT relation, "row" FROM ddltrail.schema_at(:'later') EXCEPT ALL TABLE remembered)
UNION ALL (TABLE remembered EXCEPT ALL SELECT relation, "row" FROM ddltrail.schema_at(:'later'));
-- Rows of another log are nobody's.
CREATE TEMPORARY TABLE foreign_row AS SELECT * FROM ddltrail.change_log WHERE object_name = 'kept' LIMIT 1;
UPDATE foreign_row SET log_id = 'another', logged_at = '2000-01-01';
INSERT INTO ddltrail.change_log TABLE foreign_row;
SELECT removed FROM ddltrail.prune('2001-01-01');
-- What is younger than a transaction that still runs stays, or a cursor that is taken now would be refused at once.
BEGIN;
CREATE TABLE retention_.running (id int);
PREPARE TRANSACTION 'ddltrail_running';
CREATE TABLE retention_.passing (id int);
DROP TABLE retention_.passing;
SELECT removed, kept_unread, held_by FROM ddltrail.prune('infinity');
SELECT ddltrail.current_cursor() AS before \gset
SELECT ddltrail.advance_consumer('slow', :'before');
COMMIT PREPARED 'ddltrail_running';
SELECT removed, kept_unread, held_by FROM ddltrail.prune('infinity');
SELECT action, object_name FROM ddltrail.changes_since(:'before');
SELECT ddltrail.unregister_consumer('slow'), ddltrail.unregister_consumer('slow');
SELECT * FROM ddltrail.prune(NULL);
-- The owner of the database grants; nobody else may.
CREATE ROLE ddltrail_janitor;
SET ROLE ddltrail_janitor;
SELECT * FROM ddltrail.prune(now());
SELECT ddltrail.register_consumer('x');
SELECT ddltrail.write_row(ROW('x', 'x', now(), now())::ddltrail.consumers);
SELECT ddltrail.delete_rows('ddltrail.change_log', '{}');
SELECT ddltrail.mark_broken('x');
SELECT ddltrail.change_state('{}');
SELECT * FROM ddltrail.consumers;
RESET ROLE;
GRANT EXECUTE ON FUNCTION ddltrail.prune, ddltrail.register_consumer, ddltrail.unregister_consumer TO ddltrail_janitor;
SET ROLE ddltrail_janitor;
SELECT removed >= 0 FROM ddltrail.prune('2001-01-01');
SELECT ddltrail.register_consumer('x') IS NOT NULL, ddltrail.unregister_consumer('x');
RESET ROLE;
SELECT ddltrail.write_row(ROW(1, 2));
DROP OWNED BY ddltrail_janitor;
DROP ROLE ddltrail_janitor;
DROP SCHEMA retention_ CASCADE;
