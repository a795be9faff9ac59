CREATE TABLE t (id INTEGER PRIMARY KEY, a UNIQUE, b);
CREATE INDEX t_b ON t (b);
CREATE UNIQUE INDEX t_ab ON t (a, b DESC);
CREATE TRIGGER t_ai AFTER INSERT ON t BEGIN UPDATE t SET b = 1 WHERE id = new.id; END;
CREATE TRIGGER t_bd BEFORE DELETE ON t BEGIN SELECT raise(IGNORE); END;
CREATE VIEW over AS SELECT * FROM t;
CREATE VIEW over_that AS SELECT id FROM over;
CREATE TRIGGER over_ii INSTEAD OF INSERT ON over BEGIN SELECT 1; END;
CREATE TABLE child (t_id REFERENCES t, x REFERENCES t (a) ON DELETE SET NULL);
DROP TABLE t;
CREATE TABLE t (id INTEGER PRIMARY KEY, a UNIQUE, c);
DROP VIEW over;
DROP VIEW over_that;
DROP TABLE child;
DROP TABLE t;
--> create table t [create]
--> create index sqlite_autoindex_t_1 [create]
--> create index t_b [create]
--> create index t_ab [create]
--> create trigger t_ai [create]
--> create trigger t_bd [create]
--> create view over [create]
--> create view over_that [create]
--> create trigger over_ii [create]
--> alter view over [alter_definition]
--> create table child [create]
--> drop table t [drop]
--> drop index sqlite_autoindex_t_1 [drop]
--> drop index t_b [drop]
--> drop index t_ab [drop]
--> drop trigger t_ai [drop]
--> drop trigger t_bd [drop]
--> alter view over [drop_column drop_column drop_column]
--> alter view over_that [drop_column]
--> alter table child [alter_definition]
--> create table t [create]
--> create index sqlite_autoindex_t_1 [create]
--> alter view over [add_column add_column add_column]
--> alter view over_that [add_column]
--> alter table child [alter_definition]
--> drop view over [drop]
--> drop trigger over_ii [drop]
--> alter view over_that [drop_column]
--> drop view over_that [drop]
--> drop table child [drop]
--> drop table t [drop]
--> drop index sqlite_autoindex_t_1 [drop]
