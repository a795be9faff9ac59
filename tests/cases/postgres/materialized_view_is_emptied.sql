-- It cannot be read after that.
-- from
CREATE TABLE t (a int);
INSERT INTO t VALUES (1);
CREATE MATERIALIZED VIEW filled AS SELECT a FROM t;
-- to
CREATE TABLE t (a int);
CREATE MATERIALIZED VIEW filled AS SELECT a FROM t WITH NO DATA;
-- back
-- refused
data-loss
-- kept back
SELECT a FROM filled;
= 1
