CREATE TABLE t (a INT, b INT);
BEGIN;
SAVEPOINT s;
CREATE TABLE new_t (a INT, x INT);
INSERT INTO new_t (a, x) SELECT a, b FROM t;
ROLLBACK TO s;
CREATE TABLE new_t (a INT, c INT);
INSERT INTO new_t (a) SELECT a FROM t;
DROP TABLE t;
ALTER TABLE new_t RENAME TO t;
RELEASE s;
COMMIT;
--> create table t [create]
--> alter table t [drop_column add_column]
BEGIN;
CREATE TABLE new_t (a INT, d INT);
INSERT INTO new_t (a, d) SELECT a, c FROM t;
SAVEPOINT s;
DROP TABLE t;
ALTER TABLE new_t RENAME TO t;
ROLLBACK TO s;
RELEASE s;
DROP TABLE new_t;
COMMIT;
--> create table new_t [create]
--> drop table new_t [drop]
SAVEPOINT outer;
CREATE TABLE new_t (a INT, d INT);
INSERT INTO new_t (a, d) SELECT a, c FROM t;
SAVEPOINT inner;
DROP TABLE t;
ROLLBACK TO inner;
DROP TABLE t;
ALTER TABLE new_t RENAME TO t;
RELEASE outer;
--> alter table t [rename_column]
BEGIN;
CREATE TABLE new_t (a INT, e INT);
INSERT INTO new_t (a, e) SELECT a, d FROM t;
DROP TABLE t;
ALTER TABLE new_t RENAME TO t;
ROLLBACK;
BEGIN;
ALTER TABLE t ADD COLUMN f;
COMMIT;
--> alter table t [add_column]
