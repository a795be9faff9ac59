CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT UNIQUE);
CREATE INDEX i ON t (a);
CREATE TRIGGER g AFTER DELETE ON t BEGIN SELECT 1; END;
CREATE VIEW v AS SELECT * FROM t;
BEGIN;
CREATE TABLE "t_copy" (id INTEGER PRIMARY KEY, a TEXT UNIQUE);
INSERT INTO t_copy SELECT * FROM t;
DROP VIEW v;
DROP TABLE t;
ALTER TABLE t_copy RENAME TO t;
CREATE INDEX "i" ON "t" ("a");
CREATE TRIGGER g AFTER DELETE ON t BEGIN SELECT 1; END;
CREATE VIEW v AS SELECT * FROM t;
COMMIT;
--> create table t [create]
--> create index sqlite_autoindex_t_1 [create]
--> create index i [create]
--> create trigger g [create]
--> create view v [create]
--> alter index i [alter_definition]
ALTER TABLE t ADD COLUMN b;
DROP INDEX i;
DROP TRIGGER g;
