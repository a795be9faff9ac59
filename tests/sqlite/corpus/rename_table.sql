CREATE TABLE t (id INTEGER PRIMARY KEY, a UNIQUE);
CREATE TABLE child (t_id INT REFERENCES t (id), parent REFERENCES child (t_id));
CREATE INDEX i ON t (a);
CREATE VIEW v AS SELECT t.a, count(*) AS n FROM t GROUP BY t.a;
CREATE TRIGGER g AFTER UPDATE OF a ON t BEGIN INSERT INTO child (t_id) SELECT id FROM t; END;
ALTER TABLE t RENAME TO u;
-- fails
ALTER TABLE u RENAME TO U;
ALTER TABLE "U" RENAME TO "with space";
ALTER TABLE [with space] RENAME TO `back tick`;
ALTER TABLE `back tick` RENAME TO 'single';
ALTER TABLE single RENAME TO t;
ALTER TABLE child RENAME TO children;
-- fails
ALTER TABLE t RENAME TO children;
-- fails
ALTER TABLE t RENAME TO v;
-- fails
ALTER TABLE missing RENAME TO other;
-- fails
ALTER TABLE t RENAME TO sqlite_mine;
--> create table t [create]
--> create index sqlite_autoindex_t_1 [create]
--> create table child [create]
--> create index i [create]
--> create view v [create]
--> create trigger g [create]
--> rename table u [rename]
--> rename index sqlite_autoindex_u_1 [rename]
--> alter table child [alter_definition]
--> alter view v [alter_view]
--> alter index i [alter_definition]
--> alter trigger g [alter_definition]
--> rename table with space [rename]
--> rename index sqlite_autoindex_with space_1 [rename]
--> alter table child [alter_definition]
--> alter view v [alter_view]
--> alter index i [alter_definition]
--> alter trigger g [alter_definition]
--> rename table back tick [rename]
--> rename index sqlite_autoindex_back tick_1 [rename]
--> alter table child [alter_definition]
--> alter view v [alter_view]
--> alter index i [alter_definition]
--> alter trigger g [alter_definition]
--> rename table single [rename]
--> rename index sqlite_autoindex_single_1 [rename]
--> alter table child [alter_definition]
--> alter view v [alter_view]
--> alter index i [alter_definition]
--> alter trigger g [alter_definition]
--> rename table t [rename]
--> rename index sqlite_autoindex_t_1 [rename]
--> alter table child [alter_definition]
--> alter view v [alter_view]
--> alter index i [alter_definition]
--> alter trigger g [alter_definition]
--> rename table children [rename]
--> alter trigger g [alter_definition]
