CREATE TABLE t (a INT, b TEXT);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE VIEW named (x, y) AS SELECT a, b FROM t;
CREATE VIEW star AS SELECT *, a + 1 AS next FROM t;
CREATE VIEW over AS SELECT * FROM star JOIN v USING (a);
CREATE VIEW IF NOT EXISTS v AS SELECT 1;
CREATE VIEW constant AS VALUES (1, 2);
CREATE VIEW recursive AS WITH RECURSIVE r(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM r WHERE n < 3) SELECT n FROM r;
-- fails
CREATE VIEW v AS SELECT 2;
CREATE VIEW broken AS SELECT * FROM missing;
CREATE VIEW main.qualified AS SELECT 1 AS one;
ALTER TABLE t ADD COLUMN c;
DROP VIEW broken;
ALTER TABLE t RENAME COLUMN b TO bb;
ALTER TABLE t RENAME TO u;
ALTER TABLE u ADD COLUMN d;
DROP VIEW v;
DROP VIEW over;
CREATE VIEW v AS SELECT d FROM u;
DROP VIEW IF EXISTS v;
DROP VIEW IF EXISTS v;
-- fails
DROP VIEW u;
-- fails
DROP TABLE star;
--> create table t [create]
--> create view v [create]
--> create view named [create]
--> create view star [create]
--> create view over [create]
--> create view constant [create]
--> create view recursive [create]
--> create view broken [create]
--> create view qualified [create]
--> alter table t [add_column]
--> alter view star [add_column]
--> alter view over [add_column]
--> drop view broken [drop]
--> alter table t [rename_column]
--> alter view v [rename_column alter_view]
--> alter view star [rename_column]
--> alter view over [rename_column rename_column]
--> alter view named [alter_view]
--> rename table u [rename]
--> alter view v [alter_view]
--> alter view named [alter_view]
--> alter view star [alter_view]
--> alter table u [add_column]
--> alter view star [add_column]
--> alter view over [add_column]
--> drop view v [drop]
--> alter view over [drop_column drop_column drop_column drop_column drop_column drop_column]
--> drop view over [drop]
--> create view v [create]
--> drop view v [drop]
