-- Tables: create, create as, rename, move, drop; children; what is no change
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
CREATE SCHEMA tables_a;
CREATE SCHEMA tables_b;
SET search_path = tables_a;
CREATE TABLE plain (id int);
CREATE TABLE IF NOT EXISTS plain (id int);
CREATE TABLE "Odd ""name" (id serial);
CREATE TABLE made AS SELECT 1 AS one;
SELECT 2 AS two INTO made_too;
ALTER TABLE plain RENAME TO renamed;
ALTER TABLE renamed RENAME COLUMN id TO number;
ALTER TABLE renamed SET SCHEMA tables_b;
CREATE UNLOGGED TABLE fast (id int);
ALTER TABLE fast SET (fillfactor = 70);
ALTER TABLE fast SET (fillfactor = 70);
CREATE TABLE measured (day int NOT NULL, n int) PARTITION BY RANGE (day);
CREATE TABLE measured_1 PARTITION OF measured FOR VALUES FROM (0) TO (10);
CREATE TABLE measured_2 (day int NOT NULL, n int);
ALTER TABLE measured ATTACH PARTITION measured_2 FOR VALUES FROM (10) TO (20);
ALTER TABLE measured RENAME COLUMN n TO amount;
ALTER TABLE measured DETACH PARTITION measured_2;
CREATE TABLE base (a int);
CREATE TABLE derived (b int) INHERITS (base);
ALTER TABLE base ADD COLUMN c text;
CREATE TEMPORARY TABLE passing (id int PRIMARY KEY);
ALTER TABLE passing ADD COLUMN a int;
DROP TABLE passing;
DROP TABLE fast, made;
DROP TABLE IF EXISTS fast;
\i :abs_srcdir/trail.psql
-- The object is the same through its renames.
SELECT count(DISTINCT object_id) FROM ddltrail.change_log
WHERE id > :start AND object_name IN ('plain', 'renamed');
DROP SCHEMA tables_a, tables_b CASCADE;
