-- PostgreSQL can only add it behind the others.
-- from
CREATE TABLE t (id int PRIMARY KEY, a text, c text);
INSERT INTO t VALUES (1, 'a', 'c');
-- to
CREATE TABLE t (id int PRIMARY KEY, a text, b text, c text);
-- back
-- has
ADD COLUMN
-- lacks
(DROP|CREATE)
-- in place
table t
-- kept
SELECT id, a, b, c FROM t;
= 1|a||c
