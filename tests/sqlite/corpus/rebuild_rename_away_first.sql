CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE INDEX i ON t (a);
CREATE TABLE other (x);
BEGIN;
ALTER TABLE t RENAME TO t_old;
CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, extra INT);
INSERT INTO t (id, name) SELECT id, a FROM t_old;
DROP TABLE t_old;
CREATE INDEX i ON t (name);
COMMIT;
--> create table t [create]
--> create index i [create]
--> create table other [create]
--> alter table t [rename_column add_column]
--> alter index i [alter_definition]
BEGIN;
ALTER TABLE t RENAME TO t_old;
CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT);
INSERT INTO t SELECT id, name FROM t_old;
COMMIT;
--> rename table t_old [rename]
--> alter index i [alter_definition]
--> create table t [create]
DROP TABLE t_old;
