CREATE TABLE a (x);
CREATE TABLE b (y);
CREATE VIEW v AS SELECT x FROM a;
BEGIN;
ALTER TABLE a RENAME TO tmp;
ALTER TABLE b RENAME TO a;
ALTER TABLE tmp RENAME TO b;
COMMIT;
BEGIN;
ALTER TABLE a RENAME TO a1;
ALTER TABLE a1 RENAME TO a2;
ALTER TABLE a2 RENAME TO a;
COMMIT;
BEGIN;
ALTER TABLE b RENAME TO gone;
DROP VIEW v;
DROP TABLE gone;
COMMIT;
ALTER TABLE a RENAME TO b;
DROP TABLE b;
CREATE TABLE b (y);
--> create table a [create]
--> create table b [create]
--> create view v [create]
--> rename table tmp [rename]
--> alter view v [alter_view]
--> rename table a [rename]
--> rename table b [rename]
--> alter view v [alter_view]
--> rename table a1 [rename]
--> rename table a2 [rename]
--> rename table a [rename]
--> rename table gone [rename]
--> alter view v [alter_view]
--> drop view v [drop]
--> drop table gone [drop]
--> rename table b [rename]
--> drop table b [drop]
--> create table b [create]
