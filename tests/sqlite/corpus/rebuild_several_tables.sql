CREATE TABLE a (id INTEGER PRIMARY KEY, x);
CREATE TABLE b (id INTEGER PRIMARY KEY, a_id INT REFERENCES a (id), y);
CREATE VIEW v AS SELECT a.x, b.y FROM a JOIN b ON b.a_id = a.id;
PRAGMA legacy_alter_table = ON;
BEGIN;
CREATE TABLE new_a (id INTEGER PRIMARY KEY, xx);
CREATE TABLE new_b (id INTEGER PRIMARY KEY, a_id INT REFERENCES a (id), y, z);
CREATE TABLE unrelated (q);
INSERT INTO new_a SELECT id, x FROM a;
INSERT INTO new_b (id, a_id, y) SELECT id, a_id, y FROM b;
DROP TABLE b;
DROP TABLE a;
ALTER TABLE new_a RENAME TO a;
ALTER TABLE unrelated ADD COLUMN r;
ALTER TABLE new_b RENAME TO b;
DROP VIEW v;
CREATE VIEW v AS SELECT a.xx, b.y FROM a JOIN b ON b.a_id = a.id;
COMMIT;
--> create table a [create]
--> create table b [create]
--> create view v [create]
--> create table unrelated [create]
--> alter table a [rename_column]
--> alter table unrelated [add_column]
--> alter table b [add_column]
--> alter view v [rename_column alter_view]
