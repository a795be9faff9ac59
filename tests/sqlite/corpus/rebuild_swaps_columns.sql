CREATE TABLE t (a INT, b INT, c INT);
BEGIN;
CREATE TABLE new_t (a INT, b INT, c INT);
INSERT INTO new_t (a, b, c) SELECT b, a, c FROM t;
DROP TABLE t;
ALTER TABLE new_t RENAME TO t;
COMMIT;
--> create table t [create]
--> alter table t [rename_column rename_column]
BEGIN;
CREATE TABLE new_t (b INT, c INT);
INSERT INTO new_t (b, c) SELECT a, c FROM t;
DROP TABLE t;
ALTER TABLE new_t RENAME TO t;
COMMIT;
--> alter table t [drop_column rename_column]
BEGIN;
CREATE TABLE new_t (x INT, b INT, y INT);
INSERT INTO new_t (x, b, y) SELECT c, b, b FROM t;
DROP TABLE t;
ALTER TABLE new_t RENAME TO t;
COMMIT;
--> alter table t [rename_column add_column]
