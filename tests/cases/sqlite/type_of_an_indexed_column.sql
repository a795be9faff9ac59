-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, code INTEGER UNIQUE, name TEXT);
CREATE INDEX t_some ON t (code) WHERE name IS NOT NULL;
CREATE INDEX t_lower ON t (lower(name) DESC, code COLLATE NOCASE);
INSERT INTO t VALUES (1, 7, 'Ada');
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT UNIQUE, name TEXT);
CREATE INDEX t_some ON t (code) WHERE name IS NOT NULL;
CREATE INDEX t_lower ON t (lower(name) DESC, code COLLATE NOCASE);
-- kept
SELECT code, typeof(code) FROM t;
= 7|text
SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY name;
= sqlite_autoindex_t_1
= t_lower
= t_some
