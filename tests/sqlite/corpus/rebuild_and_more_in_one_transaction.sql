CREATE TABLE t (a INT, b INT);
CREATE INDEX i ON t (a);
BEGIN;
ALTER TABLE t RENAME COLUMN a TO a2;
CREATE TABLE new_t (a2 INT, b2 INT);
INSERT INTO new_t SELECT a2, b FROM t;
DROP TABLE t;
ALTER TABLE new_t RENAME TO t;
ALTER TABLE t ADD COLUMN c INT;
ALTER TABLE t RENAME COLUMN c TO d;
CREATE INDEX i ON t (d);
CREATE INDEX j ON t (a2);
CREATE VIEW v AS SELECT * FROM t;
ALTER TABLE t RENAME TO u;
COMMIT;
--> create table t [create]
--> create index i [create]
--> alter table t [rename_column]
--> alter index i [alter_definition]
--> alter table t [rename_column]
--> alter table t [add_column]
--> alter table t [rename_column]
--> alter index i [alter_definition]
--> create index j [create]
--> create view v [create]
--> rename table u [rename]
--> alter view v [alter_view]
--> alter index i [alter_definition]
--> alter index j [alter_definition]
DROP VIEW v;
DROP TABLE u;
