-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER);
INSERT INTO t VALUES (1, 2, 3);
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, b INTEGER);
-- refused
data-loss
-- lost
column t.a
-- kept
SELECT * FROM t;
= 1|3
