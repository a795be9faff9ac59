-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
CREATE INDEX t_b ON t (b);
INSERT INTO t VALUES (1, 'stays', 'goes');
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, b TEXT);
CREATE INDEX t_b ON t (b);
-- options
--rename
column:t.a=b
-- refused
data-loss
-- lost
column t.b
-- kept
SELECT * FROM t;
= 1|stays
