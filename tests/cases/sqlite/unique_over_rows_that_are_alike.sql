-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT);
INSERT INTO t VALUES (1, 'Ada'), (2, 'Ada'), (3, NULL), (4, NULL);
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT UNIQUE);
-- refused
may-fail
-- stops
table t gets UNIQUE \(name\), and some rows are alike in it
