-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER);
INSERT INTO t VALUES (1, 5), (2, NULL);
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER NOT NULL DEFAULT 0);
-- refused
may-fail
-- stops
column t\.n becomes NOT NULL, and some rows have no value there
