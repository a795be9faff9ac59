-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT UNIQUE);
CREATE INDEX t_name ON t (name);
INSERT INTO t VALUES (1, 'Ada'), (2, 'bob');
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE UNIQUE);
CREATE INDEX t_name ON t (name);
-- refused
may-fail
-- kept
SELECT id FROM t WHERE name = 'BOB';
= 2
