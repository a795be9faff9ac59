-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, zip TEXT);
INSERT INTO t VALUES (1, '10115'), (2, '01067');
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, zip INTEGER);
-- refused
may-fail
-- stops
column t\.zip becomes INTEGER, and some digits would be lost
