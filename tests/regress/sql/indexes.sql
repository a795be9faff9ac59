-- Indexes: create, rename, drop; concurrently; behind constraints; remade
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
CREATE SCHEMA indexes_;
SET search_path = indexes_;
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE INDEX by_a ON t (a);
CREATE UNIQUE INDEX by_b ON t (lower(b)) WHERE a > 0;
CREATE INDEX IF NOT EXISTS by_a ON t (a);
ALTER INDEX by_a RENAME TO on_a;
ALTER INDEX on_a SET (fillfactor = 80);
COMMENT ON INDEX on_a IS 'an index';
CREATE INDEX CONCURRENTLY on_both ON t (a, b);
INSERT INTO t VALUES (1, 1, 'x'), (2, 1, 'y');
-- Fails midway, and leaves an invalid index behind: the log says so.
CREATE UNIQUE INDEX CONCURRENTLY never ON t (a);
DROP INDEX CONCURRENTLY on_both;
ALTER TABLE t ADD COLUMN c int UNIQUE;
ALTER TABLE t ADD CONSTRAINT b_once UNIQUE USING INDEX on_a;
CREATE UNIQUE INDEX unique_b ON t (b);
ALTER TABLE t ADD CONSTRAINT b_once UNIQUE USING INDEX unique_b;
ALTER TABLE t ALTER COLUMN id TYPE bigint;
DROP INDEX on_a;
CREATE TABLE p (id int) PARTITION BY LIST (id);
CREATE TABLE p_1 PARTITION OF p FOR VALUES IN (1);
CREATE INDEX on_p ON p (id);
DROP TABLE p;
\i :abs_srcdir/trail.psql
DROP SCHEMA indexes_ CASCADE;
