-- from
CREATE TABLE t (id INTEGER PRIMARY KEY);
INSERT INTO t VALUES (1);
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER NOT NULL);
-- refused
may-fail
-- stops
column t\.n is new, NOT NULL and without a default, and there are rows
