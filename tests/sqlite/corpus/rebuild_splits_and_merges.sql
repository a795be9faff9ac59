CREATE TABLE t (a INT, b INT);
CREATE TABLE log (x);
BEGIN;
CREATE TABLE t2 (a INT, c INT);
INSERT INTO t2 SELECT a, b FROM t;
ALTER TABLE t RENAME TO t_bak;
ALTER TABLE t2 RENAME TO t;
DROP TABLE t_bak;
COMMIT;
--> create table t [create]
--> create table log [create]
--> alter table t [rename_column]
-- two tables made of one
BEGIN;
CREATE TABLE part1 (a INT);
CREATE TABLE part2 (c INT);
INSERT INTO part1 SELECT a FROM t;
INSERT INTO part2 SELECT c FROM t;
DROP TABLE t;
ALTER TABLE part1 RENAME TO t;
COMMIT;
--> create table part2 [create]
--> alter table t [drop_column]
-- two tables merged into one
BEGIN;
CREATE TABLE merged (v INT);
INSERT INTO merged SELECT a FROM t;
INSERT INTO merged SELECT c FROM part2;
DROP TABLE t;
DROP TABLE part2;
ALTER TABLE merged RENAME TO t;
COMMIT;
--> drop table part2 [drop]
--> alter table t [rename_column]
-- swapped by rebuilds
CREATE TABLE u (w INT);
BEGIN;
CREATE TABLE nt (v INT); INSERT INTO nt SELECT w FROM u;
CREATE TABLE nu (w INT); INSERT INTO nu SELECT v FROM t;
DROP TABLE t; DROP TABLE u;
ALTER TABLE nt RENAME TO t; ALTER TABLE nu RENAME TO u;
COMMIT;
--> create table u [create]
--> create table nt [create]
--> create table nu [create]
--> drop table t [drop]
--> drop table u [drop]
--> rename table t [rename]
--> rename table u [rename]
-- fts content table rebuilt
CREATE VIRTUAL TABLE f USING fts5(v, content='t');
BEGIN;
CREATE TABLE nt (v INT, z); INSERT INTO nt(v) SELECT v FROM t; DROP TABLE t; ALTER TABLE nt RENAME TO t;
COMMIT;
--> create virtual table f [create]
--> alter table t [add_column]
