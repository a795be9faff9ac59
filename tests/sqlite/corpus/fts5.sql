CREATE VIRTUAL TABLE docs USING fts5(title, body, tokenize = 'porter');
INSERT INTO docs VALUES ('a', 'b');
CREATE TABLE docs_notes (a);
ALTER TABLE docs RENAME TO texts;
CREATE VIRTUAL TABLE IF NOT EXISTS texts USING fts5(x);
CREATE VIEW v AS SELECT title FROM texts;
CREATE TRIGGER g AFTER INSERT ON docs_notes BEGIN INSERT INTO texts VALUES (new.a, new.a); END;
INSERT INTO texts(texts) VALUES ('optimize');
-- fails
CREATE VIRTUAL TABLE bad USING fts5(a, a);
-- fails
CREATE VIRTUAL TABLE bad USING no_such_module(a);
CREATE VIRTUAL TABLE external USING fts5(a, content = 'docs_notes');
BEGIN;
CREATE VIRTUAL TABLE undone USING fts5(x);
ROLLBACK;
DROP TRIGGER g;
DROP VIEW v;
DROP TABLE external;
DROP TABLE texts;
DROP TABLE docs_notes;
--> create virtual table docs [create]
--> create table docs_notes [create]
--> rename virtual table texts [rename]
--> create view v [create]
--> create trigger g [create]
--> create virtual table external [create]
--> drop trigger g [drop]
--> drop view v [drop]
--> drop virtual table external [drop]
--> drop virtual table texts [drop]
--> drop table docs_notes [drop]
