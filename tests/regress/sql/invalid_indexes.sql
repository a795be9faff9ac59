-- An index that CREATE INDEX CONCURRENTLY left invalid becomes valid when its table is rewritten
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
CREATE SCHEMA invalid_;
CREATE TABLE invalid_.t (id int, n int);
INSERT INTO invalid_.t VALUES (1, 1), (1, 2);
CREATE UNIQUE INDEX CONCURRENTLY once ON invalid_.t (id);
DELETE FROM invalid_.t WHERE n = 2;
ALTER TABLE invalid_.t SET UNLOGGED;
ALTER TABLE invalid_.t SET LOGGED;
\i :abs_srcdir/trail.psql
SELECT definition -> 'indexes' -> 0 ->> 'is_valid' FROM ddltrail.change_log
WHERE id > :start AND object_identity = 'invalid_.once' ORDER BY id;
DROP SCHEMA invalid_ CASCADE;
