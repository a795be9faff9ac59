CREATE TABLE t (a, b);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE TRIGGER ii INSTEAD OF INSERT ON v BEGIN INSERT INTO t VALUES (new.a, new.b); END;
CREATE TRIGGER iu INSTEAD OF UPDATE OF a ON v BEGIN UPDATE t SET a = new.a; END;
CREATE TRIGGER id INSTEAD OF DELETE ON v BEGIN DELETE FROM t; END;
-- fails
CREATE TRIGGER bad BEFORE INSERT ON v BEGIN SELECT 1; END;
INSERT INTO v VALUES (1, 2);
-- fails: the column of the view keeps the old name in the trigger
ALTER TABLE t RENAME COLUMN a TO aa;
ALTER TABLE t ADD COLUMN c;
ALTER TABLE t RENAME TO u;
DROP TRIGGER ii;
DROP VIEW v;
CREATE VIEW v AS SELECT * FROM u;
CREATE TRIGGER ii INSTEAD OF INSERT ON V BEGIN SELECT 1; END;
DROP TRIGGER ii;
--> create table t [create]
--> create view v [create]
--> create trigger ii [create]
--> alter view v [alter_definition]
--> create trigger iu [create]
--> create trigger id [create]
--> alter table t [add_column]
--> rename table u [rename]
--> alter view v [alter_view]
--> alter trigger ii [alter_definition]
--> alter trigger iu [alter_definition]
--> alter trigger id [alter_definition]
--> drop trigger ii [drop]
--> alter view v [alter_definition]
--> drop view v [drop]
--> drop trigger iu [drop]
--> drop trigger id [drop]
--> create view v [create]
--> create trigger ii [create]
--> alter view v [alter_definition]
--> drop trigger ii [drop]
--> alter view v [alter_definition]
