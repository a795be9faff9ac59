-- from
CREATE TABLE t (a INTEGER, b INTEGER, c INTEGER, PRIMARY KEY (a, b));
INSERT INTO t VALUES (1, 2, 3), (1, 3, 4);
-- to
CREATE TABLE t (a INTEGER, b INTEGER, c INTEGER, PRIMARY KEY (c, a, b));
-- refused
may-fail
-- kept
SELECT * FROM t ORDER BY b;
= 1|2|3
= 1|3|4
