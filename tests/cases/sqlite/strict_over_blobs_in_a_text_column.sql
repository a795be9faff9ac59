-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, s TEXT);
INSERT INTO t VALUES (1, x'ff00');
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, s TEXT) STRICT;
-- refused
may-fail
-- stops
column t\.s becomes TEXT of a STRICT table
