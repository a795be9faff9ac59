CREATE TABLE t (a, b);
ALTER TABLE t RENAME COLUMN b TO c;
--> create table t [create]
--> alter table t [rename_column]
ALTER TABLE t DROP COLUMN c;
--> alter table t [drop_column]
ALTER TABLE t ADD COLUMN b;
--> alter table t [add_column]
BEGIN;
ALTER TABLE t DROP COLUMN b;
ALTER TABLE t ADD COLUMN c;
COMMIT;
--> alter table t [drop_column]
--> alter table t [add_column]
BEGIN;
ALTER TABLE t RENAME COLUMN c TO b;
COMMIT;
--> alter table t [rename_column]
BEGIN;
ALTER TABLE t ADD COLUMN c;
ALTER TABLE t DROP COLUMN b;
ALTER TABLE t RENAME COLUMN c TO b;
COMMIT;
--> alter table t [add_column]
--> alter table t [drop_column]
--> alter table t [rename_column]
