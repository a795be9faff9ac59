CREATE TABLE t (a INT, b INT, c TEXT);
BEGIN;
ALTER TABLE t RENAME COLUMN a TO tmp;
ALTER TABLE t RENAME COLUMN b TO a;
ALTER TABLE t RENAME COLUMN tmp TO b;
COMMIT;
--> create table t [create]
--> alter table t [rename_column]
--> alter table t [rename_column]
--> alter table t [rename_column]
BEGIN;
ALTER TABLE t RENAME COLUMN a TO x;
ALTER TABLE t RENAME COLUMN x TO y;
ALTER TABLE t RENAME COLUMN y TO a;
COMMIT;
--> alter table t [rename_column]
--> alter table t [rename_column]
--> alter table t [rename_column]
BEGIN;
ALTER TABLE t RENAME COLUMN c TO gone;
ALTER TABLE t DROP COLUMN gone;
COMMIT;
--> alter table t [rename_column]
--> alter table t [drop_column]
