-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, gone INTEGER);
INSERT INTO t VALUES (1, 'Ada', 1), (2, 'ada', 0), (3, 'Ada', 1);
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, gone INTEGER);
CREATE UNIQUE INDEX t_name ON t (lower(name)) WHERE gone;
-- refused
may-fail
-- stops
table t gets UNIQUE INDEX t_name, and some rows are alike in it
