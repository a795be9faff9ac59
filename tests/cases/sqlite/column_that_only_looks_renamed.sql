-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
INSERT INTO t VALUES (1, 'goes');
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, b TEXT);
-- refused
data-loss
-- lacks
RENAME
-- lost
column t.a
-- kept
SELECT b IS NULL FROM t;
= 1
