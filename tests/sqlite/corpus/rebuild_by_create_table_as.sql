CREATE TABLE t (a INT, b TEXT, c);
BEGIN;
CREATE TABLE t2 AS SELECT a, b AS renamed FROM t;
DROP TABLE t;
ALTER TABLE t2 RENAME TO t;
COMMIT;
--> create table t [create]
--> alter table t [drop_column rename_column]
BEGIN;
CREATE TEMP TABLE saved AS SELECT * FROM t;
DROP TABLE t;
CREATE TABLE t (renamed TEXT, a INT);
INSERT INTO t SELECT renamed, a FROM saved;
DROP TABLE saved;
COMMIT;
--> alter table t [alter_definition]
