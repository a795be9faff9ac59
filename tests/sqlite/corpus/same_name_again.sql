CREATE TABLE t (a);
DROP TABLE t;
CREATE TABLE t (a);
BEGIN;
DROP TABLE t;
CREATE TABLE t (b);
COMMIT;
BEGIN;
DROP TABLE t;
CREATE VIEW t AS SELECT 1 AS b;
COMMIT;
DROP VIEW t;
CREATE VIRTUAL TABLE t USING fts5(b);
DROP TABLE t;
CREATE TABLE x (t);
CREATE INDEX t ON x (t);
DROP INDEX t;
CREATE TRIGGER t AFTER INSERT ON x BEGIN SELECT 1; END;
DROP TRIGGER t;
CREATE TABLE T (a);
--> create table t [create]
--> drop table t [drop]
--> create table t [create]
--> drop table t [drop]
--> create table t [create]
--> drop table t [drop]
--> create view t [create]
--> drop view t [drop]
--> create virtual table t [create]
--> drop virtual table t [drop]
--> create table x [create]
--> create index t [create]
--> drop index t [drop]
--> create trigger t [create]
--> drop trigger t [drop]
--> create table T [create]
