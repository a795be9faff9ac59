CREATE TEMP TABLE t (a);
CREATE TEMPORARY TABLE t2 AS SELECT 1 AS x;
CREATE TABLE temp.t3 (a);
CREATE TEMP VIEW tv AS SELECT * FROM t;
CREATE INDEX temp.ti ON t (a);
CREATE TEMP TRIGGER tg AFTER INSERT ON t BEGIN SELECT 1; END;
ALTER TABLE t RENAME TO t4;
ALTER TABLE temp.t4 ADD COLUMN b;
DROP TABLE t4;
--> nothing
CREATE TABLE t (a);
DROP VIEW tv;
CREATE TEMP TABLE t (b);
ALTER TABLE t ADD COLUMN c;
ALTER TABLE main.t ADD COLUMN d;
DROP TABLE t;
ALTER TABLE t ADD COLUMN e;
CREATE TEMP TRIGGER tg AFTER INSERT ON main.t BEGIN SELECT 1; END;
ALTER TABLE t RENAME TO u;
DROP TABLE u;
--> create table t [create]
--> alter table t [add_column]
--> alter table t [add_column]
--> rename table u [rename]
--> drop table u [drop]
