-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, gone INTEGER);
INSERT INTO t VALUES (1, 'Ada', 1), (2, 'ada', 0), (3, 'Bob', 1), (4, NULL, 1), (5, NULL, 1);
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, gone INTEGER);
CREATE UNIQUE INDEX t_name ON t (lower(name)) WHERE gone;
-- refused
may-fail
-- lacks
DROP TABLE t;
-- kept
SELECT count(*) FROM t;
= 5
