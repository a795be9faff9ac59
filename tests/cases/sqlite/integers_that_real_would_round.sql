-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER);
INSERT INTO t VALUES (1, 5), (2, 9007199254740993);
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, n REAL);
-- refused
may-fail
-- stops
column t\.n becomes REAL, and some integers would be rounded
