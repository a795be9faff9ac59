-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, n REAL);
INSERT INTO t VALUES (1, 0.5), (2, 0.1 + 0.2);
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, n TEXT);
-- refused
may-fail
-- stops
column t\.n becomes TEXT, and some numbers would be rounded
