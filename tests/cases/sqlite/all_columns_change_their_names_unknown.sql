-- from
CREATE TABLE t (a TEXT, b INTEGER);
INSERT INTO t (rowid, a, b) VALUES (3, 'x', 1), (4, 'y', 2);
-- to
CREATE TABLE t (c TEXT UNIQUE, d REAL DEFAULT 1.5);
-- refused
data-loss
may-fail
-- lost
column t.a
column t.b
-- kept
SELECT rowid, c, d FROM t ORDER BY 1;
= 3||1.5
= 4||1.5
