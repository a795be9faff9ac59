CREATE TABLE t (a TEXT PRIMARY KEY, b INT AS (length(a)));
BEGIN;
CREATE TABLE t_tmp (a TEXT PRIMARY KEY, b INT) STRICT, WITHOUT ROWID;
INSERT INTO t_tmp SELECT * FROM t;
DROP TABLE t;
ALTER TABLE t_tmp RENAME TO t;
COMMIT;
--> create table t [create]
--> create index sqlite_autoindex_t_1 [create]
--> drop index sqlite_autoindex_t_1 [drop]
--> alter table t [set_not_null alter_column_generated alter_property]
BEGIN;
CREATE TABLE t_tmp (a TEXT PRIMARY KEY, b INT CHECK (b > 0)) STRICT, WITHOUT ROWID;
REPLACE INTO t_tmp SELECT a, b FROM t;
DROP TABLE t;
ALTER TABLE t_tmp RENAME TO t;
COMMIT;
--> alter table t [add_constraint]
