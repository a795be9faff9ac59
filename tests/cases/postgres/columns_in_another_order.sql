-- PostgreSQL cannot alter it: there is nothing to do, and no way back.
-- from
CREATE TABLE t (id int PRIMARY KEY, a text, b int);
INSERT INTO t VALUES (1, 'a', 2);
-- to
CREATE TABLE t (b int, a text, id int PRIMARY KEY);
-- in place
table t
-- lacks
(DROP|CREATE)
-- kept
SELECT id, a, b FROM t;
= 1|a|2
