-- from
CREATE TABLE t (id INTEGER PRIMARY KEY DESC, n TEXT);
INSERT INTO t (rowid, id, n) VALUES (5, 50, 'a');
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY DESC, n INTEGER);
-- refused
may-fail
-- kept
SELECT rowid, * FROM t;
= 5|50|a
