-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER, kept TEXT);
INSERT INTO t VALUES (1, 5, 'a'), (2, 'twelve', 'b');
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER, kept TEXT) STRICT;
-- refused
may-fail
-- stops
column t\.n becomes INTEGER of a STRICT table, and some values are not of that type
