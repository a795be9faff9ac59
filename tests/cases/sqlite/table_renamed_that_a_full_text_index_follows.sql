-- from
CREATE TABLE docs (id INTEGER PRIMARY KEY, body TEXT);
CREATE VIRTUAL TABLE docs_fts USING fts5(body, content='docs', content_rowid='id');
CREATE TRIGGER docs_insert AFTER INSERT ON docs BEGIN INSERT INTO docs_fts (rowid, body) VALUES (NEW.id, NEW.body); END;
CREATE TRIGGER docs_delete AFTER DELETE ON docs BEGIN INSERT INTO docs_fts (docs_fts, rowid, body) VALUES ('delete', OLD.id, OLD.body); END;
CREATE TABLE other (id INTEGER PRIMARY KEY, doc INTEGER REFERENCES docs (id));
INSERT INTO docs VALUES (7, 'hello world');
INSERT INTO other VALUES (1, 7);
-- to
CREATE TABLE pages (id INTEGER PRIMARY KEY, body TEXT);
CREATE VIRTUAL TABLE docs_fts USING fts5(body, content='docs', content_rowid='id');
CREATE TRIGGER docs_insert AFTER INSERT ON pages BEGIN INSERT INTO docs_fts (rowid, body) VALUES (NEW.id, NEW.body); END;
CREATE TRIGGER docs_delete AFTER DELETE ON pages BEGIN INSERT INTO docs_fts (docs_fts, rowid, body) VALUES ('delete', OLD.id, OLD.body); END;
CREATE TABLE other (id INTEGER PRIMARY KEY, doc INTEGER REFERENCES pages (id));
-- options
--rename
table:docs=pages
-- lacks
DROP TABLE
-- kept
SELECT rowid FROM docs_fts WHERE docs_fts MATCH 'hello';
= 7
SELECT pages.body FROM other JOIN pages ON pages.id = doc;
= hello world
