-- Rows stay as many as they are.
-- from
CREATE TABLE t (a int);
INSERT INTO t VALUES (1), (2);
-- to
CREATE TABLE t (b int DEFAULT 7) PARTITION BY LIST (b);
CREATE TABLE t_rest PARTITION OF t DEFAULT;
-- back
-- refused
data-loss
-- kept
SELECT b FROM t;
= 7
= 7
-- kept back
SELECT count(*) FROM t;
= 2
-- lost
column t.a
