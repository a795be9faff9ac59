CREATE VIEW v AS SELECT a, b FROM later;
CREATE VIEW w AS SELECT * FROM v;
CREATE TABLE later (a INT, b TEXT);
DROP TABLE later;
CREATE TABLE later (a INT);
DROP TABLE later;
CREATE TABLE later (a TEXT, b INT, c);
DROP VIEW w;
DROP VIEW v;
--> create view v [create]
--> create view w [create]
--> create table later [create]
--> alter view v [add_column add_column]
--> alter view w [add_column add_column]
--> drop table later [drop]
--> alter view v [drop_column drop_column]
--> alter view w [drop_column drop_column]
--> create table later [create]
--> drop table later [drop]
--> create table later [create]
--> alter view v [add_column add_column]
--> alter view w [add_column add_column]
--> drop view w [drop]
--> drop view v [drop]
