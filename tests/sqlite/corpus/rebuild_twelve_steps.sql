-- https://sqlite.org/lang_altertable.html, "Making Other Kinds Of Table Schema Changes"
CREATE TABLE p (id INTEGER PRIMARY KEY);
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b INT, gone BLOB, UNIQUE (a));
CREATE INDEX t_b ON t (b);
CREATE INDEX t_gone ON t (gone);
CREATE TRIGGER t_ai AFTER INSERT ON t BEGIN UPDATE p SET id = new.id; END;
CREATE VIEW v AS SELECT id, a FROM t;
INSERT INTO t VALUES (1, 'x', 2, NULL);
--> create table p [create]
--> create table t [create]
--> create index sqlite_autoindex_t_1 [create]
--> create index t_b [create]
--> create index t_gone [create]
--> create trigger t_ai [create]
--> create view v [create]
PRAGMA foreign_keys = OFF;
BEGIN;
DROP VIEW v;
CREATE TABLE new_t (id INTEGER PRIMARY KEY, a TEXT NOT NULL DEFAULT '', c INT, UNIQUE (a));
INSERT INTO new_t (id, a, c) SELECT id, a, b FROM t;
DROP TABLE t;
ALTER TABLE new_t RENAME TO t;
CREATE INDEX t_b ON t (c);
CREATE TRIGGER t_ai AFTER INSERT ON t BEGIN UPDATE p SET id = new.id; END;
CREATE VIEW v AS SELECT id, a FROM t;
PRAGMA foreign_key_check;
COMMIT;
PRAGMA foreign_keys = ON;
--> drop index t_gone [drop]
--> alter table t [drop_column set_not_null alter_column_default rename_column]
--> alter index t_b [alter_definition]
SELECT object_id FROM ddltrail_change_log;
ALTER TABLE t ADD COLUMN d;
ALTER TABLE t RENAME TO u;
