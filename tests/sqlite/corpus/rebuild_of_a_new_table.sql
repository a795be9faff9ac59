BEGIN;
CREATE TABLE t (a INT);
CREATE TABLE new_t (b INT);
INSERT INTO new_t SELECT a FROM t;
DROP TABLE t;
ALTER TABLE new_t RENAME TO t;
COMMIT;
--> create table t [create]
--> alter table t [rename_column]
