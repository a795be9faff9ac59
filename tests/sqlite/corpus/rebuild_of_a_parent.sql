PRAGMA foreign_keys = OFF;
CREATE TABLE parent (id INTEGER PRIMARY KEY, code TEXT UNIQUE);
CREATE TABLE child (p REFERENCES parent, c TEXT REFERENCES parent (code));
CREATE TABLE grandchild (p REFERENCES child);
BEGIN;
CREATE TABLE tmp_parent (id INTEGER PRIMARY KEY, code TEXT UNIQUE, name TEXT);
INSERT INTO tmp_parent (id, code) SELECT id, code FROM parent;
DROP TABLE parent;
ALTER TABLE tmp_parent RENAME TO parent;
COMMIT;
--> create table parent [create]
--> create index sqlite_autoindex_parent_1 [create]
--> create table child [create]
--> create table grandchild [create]
--> alter table parent [add_column]
BEGIN;
CREATE TABLE tmp_parent (key INTEGER PRIMARY KEY, code TEXT UNIQUE, name TEXT);
INSERT INTO tmp_parent SELECT * FROM parent;
DROP TABLE parent;
ALTER TABLE tmp_parent RENAME TO parent;
COMMIT;
--> alter table parent [rename_column]
--> alter table child [alter_definition]
