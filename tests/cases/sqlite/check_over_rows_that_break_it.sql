-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, low INTEGER, high INTEGER);
INSERT INTO t VALUES (1, 1, 2), (2, 5, 3);
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, low INTEGER, high INTEGER, CONSTRAINT ordered CHECK (low <= high));
-- refused
may-fail
-- stops
table t gets CHECK \(low <= high\), and some rows break it
