-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, code INTEGER UNIQUE, name TEXT);
CREATE INDEX t_some ON t (name) WHERE code > 5;
CREATE INDEX t_next ON t (code + 1, lower(name));
CREATE INDEX t_down ON t (code COLLATE NOCASE DESC, name DESC);
INSERT INTO t VALUES (1, 7, 'Ada'), (2, 8, NULL);
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT UNIQUE, name TEXT);
CREATE INDEX t_some ON t (name) WHERE code > 5;
CREATE INDEX t_next ON t (code + 1, lower(name));
CREATE INDEX t_down ON t (code COLLATE NOCASE DESC, name DESC);
-- kept
SELECT code, typeof(code) FROM t ORDER BY id;
= 7|text
= 8|text
SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY name;
= sqlite_autoindex_t_1
= t_down
= t_next
= t_some
