CREATE TABLE t (a INT);
CREATE TABLE u (a INT);
-- Nothing was copied.
BEGIN;
CREATE TABLE new_t (a INT, b INT);
DROP TABLE t;
ALTER TABLE new_t RENAME TO t;
COMMIT;
--> create table t [create]
--> create table u [create]
--> create table new_t [create]
--> drop table t [drop]
--> rename table t [rename]
-- Several transactions.
CREATE TABLE new_t (a INT, c INT);
INSERT INTO new_t (a) SELECT a FROM t;
DROP TABLE t;
ALTER TABLE new_t RENAME TO t;
--> create table new_t [create]
--> drop table t [drop]
--> rename table t [rename]
-- Another name.
BEGIN;
CREATE TABLE other (a INT);
INSERT INTO other SELECT a FROM t;
DROP TABLE t;
COMMIT;
--> create table other [create]
--> drop table t [drop]
-- From another table.
BEGIN;
CREATE TABLE new_u (a INT);
INSERT INTO new_u SELECT a FROM other;
DROP TABLE u;
ALTER TABLE new_u RENAME TO u;
COMMIT;
--> create table new_u [create]
--> drop table u [drop]
--> rename table u [rename]
-- The rows of another transaction's copy.
BEGIN;
CREATE TEMP TABLE kept AS SELECT * FROM u;
ROLLBACK;
CREATE TEMP TABLE kept (a);
BEGIN;
DROP TABLE u;
CREATE TABLE u (b INT);
INSERT INTO u SELECT a FROM kept;
COMMIT;
--> drop table u [drop]
--> create table u [create]
-- From a join.
BEGIN;
CREATE TABLE new_u (b INT);
INSERT INTO new_u SELECT u.b FROM u JOIN other ON other.a = u.b;
DROP TABLE u;
ALTER TABLE new_u RENAME TO u;
COMMIT;
--> create table new_u [create]
--> drop table u [drop]
--> rename table u [rename]
