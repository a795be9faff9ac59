-- from
CREATE TABLE t (a TEXT, b INTEGER);
INSERT INTO t (rowid, a, b) VALUES (10, 'x', 1), (20, 'y', 2);
-- to
CREATE TABLE t (a TEXT, b TEXT);
-- kept
SELECT rowid, * FROM t ORDER BY 1;
= 10|x|1
= 20|y|2
