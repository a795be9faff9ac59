-- from
CREATE TABLE docs (id INTEGER PRIMARY KEY, body TEXT, n INTEGER);
CREATE VIRTUAL TABLE docs_fts USING fts5(body, content='docs', content_rowid='id');
CREATE TRIGGER docs_insert AFTER INSERT ON docs BEGIN INSERT INTO docs_fts (rowid, body) VALUES (NEW.id, NEW.body); END;
INSERT INTO docs VALUES (1, 'hello world', 1);
-- to
CREATE TABLE docs (id INTEGER PRIMARY KEY, body TEXT, n REAL);
CREATE VIRTUAL TABLE docs_fts USING fts5(body, content='docs', content_rowid='id');
CREATE TRIGGER docs_insert AFTER INSERT ON docs BEGIN INSERT INTO docs_fts (rowid, body) VALUES (NEW.id, NEW.body); END;
-- refused
may-fail
-- kept
SELECT rowid FROM docs_fts WHERE docs_fts MATCH 'hello';
= 1
