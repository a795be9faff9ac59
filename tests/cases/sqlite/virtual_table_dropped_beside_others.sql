-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER);
CREATE VIRTUAL TABLE words USING fts5(word);
INSERT INTO words VALUES ('x');
INSERT INTO t VALUES (1, 1);
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, n TEXT);
-- refused
data-loss
-- lost
table words_config
table words_content
table words_data
table words_docsize
table words_idx
table words
-- kept
SELECT count(*) FROM sqlite_schema;
= 1
