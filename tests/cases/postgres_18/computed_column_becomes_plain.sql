-- The server cannot turn what is computed as it is read into values.
-- from
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) VIRTUAL);
INSERT INTO t VALUES (1);
-- to
CREATE TABLE t (a int, b int);
-- back
-- refused
data-loss
-- kept
SELECT a, b FROM t;
= 1|
