-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER);
INSERT INTO t VALUES (1, 2, 99);
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER AS (a + 1) STORED);
-- refused
data-loss
-- lost
column t.b
-- kept
SELECT * FROM t;
= 1|2|3
