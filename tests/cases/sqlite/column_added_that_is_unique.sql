-- from
CREATE TABLE t (id INTEGER PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, token TEXT UNIQUE);
-- refused
may-fail
-- kept
SELECT * FROM t ORDER BY id;
= 1|
= 2|
