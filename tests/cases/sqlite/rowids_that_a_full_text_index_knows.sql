-- from
CREATE TABLE notes (body TEXT, n INTEGER);
CREATE VIRTUAL TABLE notes_fts USING fts5(body, content='notes');
INSERT INTO notes (rowid, body, n) VALUES (11, 'alpha', 1), (22, 'beta', 2);
INSERT INTO notes_fts (rowid, body) SELECT rowid, body FROM notes;
-- to
CREATE TABLE notes (body TEXT, n TEXT, added INTEGER NOT NULL DEFAULT (1 + 1));
CREATE VIRTUAL TABLE notes_fts USING fts5(body, content='notes');
-- kept
SELECT rowid, body FROM notes_fts WHERE notes_fts MATCH 'beta';
= 22|beta
