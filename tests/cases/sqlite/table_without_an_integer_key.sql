-- from
CREATE TABLE t (name TEXT PRIMARY KEY, n INTEGER);
INSERT INTO t (rowid, name, n) VALUES (3, 'a', 1), (9, 'b', 2);
-- to
CREATE TABLE t (name TEXT PRIMARY KEY, n TEXT, m INTEGER);
-- kept
SELECT rowid, name, n FROM t ORDER BY 1;
= 3|a|1
= 9|b|2
