-- An extension may have brought tables.
-- from
CREATE EXTENSION hstore;
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1);
-- to
CREATE TABLE t (id int PRIMARY KEY);
-- back
-- refused
data-loss
-- in place
table t
-- kept
SELECT id FROM t;
= 1
